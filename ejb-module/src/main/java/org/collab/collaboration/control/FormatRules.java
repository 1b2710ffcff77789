package org.collab.collaboration.control;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The attributes that the editor offers, with the values that they take. */
final class FormatRules {
    private static final Pattern COLOR =
            Pattern.compile("#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|rgb\\([0-9, ]{5,13}\\)|[a-z]{3,20}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_+#.-]{1,40}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\s]");
    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto");

    /** Formats of text within a line: all that a table's cell may have. */
    static final Map<String, Predicate<Object>> INLINE = Map.of(
            "bold", FormatRules::isFlag,
            "italic", FormatRules::isFlag,
            "underline", FormatRules::isFlag,
            "strike", FormatRules::isFlag,
            "code", FormatRules::isFlag,
            "color", FormatRules::isColor,
            "background", FormatRules::isColor,
            "link", FormatRules::isLink);

    /** Formats of a document's text, lines and embeds, besides {@link #INLINE}. */
    static final Map<String, Predicate<Object>> OTHERS = Map.ofEntries(
            Map.entry("script", value -> isOneOf(value, "sub", "super")),
            Map.entry("header", value -> isBetween(value, 1, 6)),
            Map.entry("list", value -> isOneOf(value, "bullet", "ordered", "checked", "unchecked")),
            Map.entry("indent", value -> isBetween(value, 1, 8)),
            Map.entry("align", value -> isOneOf(value, "center", "right", "justify")),
            Map.entry("direction", value -> isOneOf(value, "rtl")),
            Map.entry("blockquote", FormatRules::isFlag),
            Map.entry("code-block", value -> isFlag(value) || matches(value, WORD)),
            Map.entry("alt", value -> isShorterThan(value, 1_000)),
            Map.entry("width", FormatRules::isExtent),
            Map.entry("height", FormatRules::isExtent));

    private FormatRules() {}

    static boolean isFlag(Object value) {
        return value.equals(true);
    }

    static boolean isColor(Object value) {
        return matches(value, COLOR);
    }

    static boolean isOneOf(Object value, String... allowed) {
        return value instanceof String text && Set.of(allowed).contains(text);
    }

    private static boolean isExtent(Object value) {
        return isBetween(value, 1, 10_000) || matches(value, WORD);
    }

    private static boolean isBetween(Object value, long from, long to) {
        return value instanceof Long number && number >= from && number <= to;
    }

    private static boolean isShorterThan(Object value, int length) {
        return value instanceof String text && text.length() < length;
    }

    static boolean matches(Object value, Pattern pattern) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    /** Browsers ignore white space and control characters before and within a scheme, so they are taken out first. */
    private static boolean isLink(Object value) {
        if (!(value instanceof String link) || link.length() > 2_048) {
            return false;
        }
        String visible = INVISIBLE.matcher(link).replaceAll("");
        int colon = visible.indexOf(':');
        return colon > 0 && LINK_SCHEMES.contains(visible.substring(0, colon).toLowerCase(Locale.ROOT));
    }
}
