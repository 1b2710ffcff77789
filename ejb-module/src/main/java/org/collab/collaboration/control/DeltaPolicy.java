package org.collab.collaboration.control;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.Op;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a document: the formats that the editor offers, with the values that they take. Everything else is
 * refused, because whatever is committed will be shown to every reader. Null removes a format and is always allowed.
 */
public final class DeltaPolicy {
    private static final Pattern COLOR =
            Pattern.compile("#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|rgb\\([0-9, ]{5,13}\\)|[a-z]{3,20}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_+#.-]{1,40}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\s]");
    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto");
    private static final Pattern IMAGE_DATA =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*");

    private static final Map<String, Predicate<Object>> ATTRIBUTES = Map.ofEntries(
            Map.entry("bold", DeltaPolicy::isFlag),
            Map.entry("italic", DeltaPolicy::isFlag),
            Map.entry("underline", DeltaPolicy::isFlag),
            Map.entry("strike", DeltaPolicy::isFlag),
            Map.entry("code", DeltaPolicy::isFlag),
            Map.entry("script", value -> isOneOf(value, "sub", "super")),
            Map.entry("color", value -> matches(value, COLOR)),
            Map.entry("background", value -> matches(value, COLOR)),
            Map.entry("link", DeltaPolicy::isLink),
            Map.entry("header", value -> isBetween(value, 1, 6)),
            Map.entry("list", value -> isOneOf(value, "bullet", "ordered", "checked", "unchecked")),
            Map.entry("indent", value -> isBetween(value, 1, 8)),
            Map.entry("align", value -> isOneOf(value, "center", "right", "justify")),
            Map.entry("direction", value -> isOneOf(value, "rtl")),
            Map.entry("blockquote", DeltaPolicy::isFlag),
            Map.entry("code-block", value -> isFlag(value) || matches(value, WORD)),
            Map.entry("alt", value -> isShorterThan(value, 1_000)),
            Map.entry("width", value -> isBetween(value, 1, 10_000) || matches(value, WORD)),
            Map.entry("height", value -> isBetween(value, 1, 10_000) || matches(value, WORD)));

    private static final Map<String, Predicate<Object>> EMBEDS =
            Map.of("image", value -> matches(value, IMAGE_DATA), "divider", DeltaPolicy::isFlag);

    private DeltaPolicy() {}

    /** @throws CollabException {@code forbidden-format}, naming the op's index and what is not allowed */
    public static void check(Delta delta) {
        int index = 0;
        for (Op op : delta.ops()) {
            checkAttributes(index, op.attributes());
            if (op instanceof Op.Embed embed) {
                checkEmbed(index, embed.type(), embed.value());
            } else if (op instanceof Op.RetainEmbed retain) {
                throw refused(index, "changing a " + retain.type() + " in place");
            }
            index++;
        }
    }

    private static void checkAttributes(int index, Attributes attributes) {
        for (Map.Entry<String, @Nullable Object> attribute : attributes.asMap().entrySet()) {
            Predicate<Object> allowed = ATTRIBUTES.get(attribute.getKey());
            if (allowed == null) {
                throw refused(index, "attribute \"" + abbreviated(attribute.getKey()) + "\"");
            }
            Object value = attribute.getValue();
            if (value != null && !allowed.test(value)) {
                throw refused(index, attribute.getKey() + " " + abbreviated(String.valueOf(value)));
            }
        }
    }

    private static void checkEmbed(int index, String type, @Nullable Object value) {
        Predicate<Object> allowed = EMBEDS.get(type);
        if (allowed == null || value == null || !allowed.test(value)) {
            throw refused(index, "embed \"" + abbreviated(type) + "\" with this value");
        }
    }

    private static CollabException refused(int index, String what) {
        return new CollabException(ErrorCode.FORBIDDEN_FORMAT, "op " + index + ": " + what + " is not allowed");
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static boolean isFlag(Object value) {
        return value.equals(true);
    }

    private static boolean isOneOf(Object value, String... allowed) {
        return value instanceof String text && Set.of(allowed).contains(text);
    }

    private static boolean isBetween(Object value, long from, long to) {
        return value instanceof Long number && number >= from && number <= to;
    }

    private static boolean isShorterThan(Object value, int length) {
        return value instanceof String text && text.length() < length;
    }

    private static boolean matches(Object value, Pattern pattern) {
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
