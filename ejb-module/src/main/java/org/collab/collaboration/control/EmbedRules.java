package org.collab.collaboration.control;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The embeds that are inserted and deleted whole, with the values that they take. */
final class EmbedRules {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern USER_ID = Pattern.compile(UUID);
    private static final Pattern STORED_IMAGE = Pattern.compile("images/" + UUID);
    /** In the place of a picture that was taken out; also in a document that is restored or copied. */
    private static final String TAKEN_OUT = "redacted";

    private static final Pattern IMAGE_DATA =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*+");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,200}");

    static final Map<String, Predicate<Object>> ALL =
            Map.of("image", EmbedRules::isImage, "divider", FormatRules::isFlag, "mention", EmbedRules::isMention);

    private EmbedRules() {}

    /** Of our own store or in the document itself: nobody learns who reads a document by an image elsewhere (S9). */
    private static boolean isImage(Object value) {
        return FormatRules.matches(value, STORED_IMAGE)
                || FormatRules.matches(value, IMAGE_DATA)
                || value.equals(TAKEN_OUT);
    }

    private static boolean isMention(Object value) {
        return value instanceof Map<?, ?> mention
                && mention.keySet().equals(Set.of("userId", "name"))
                && mention.get("userId") instanceof String userId
                && USER_ID.matcher(userId).matches()
                && mention.get("name") instanceof String name
                && NAME.matcher(name).matches();
    }
}
