package org.collab.ot;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any ops in any order: a document refuses an edit, or takes it and can be loaded again. Of two edits that
 * fit, the second is rebased over the first.
 */
class RichTextFuzz {

    private static final String[] KEYS = {"bold", "link", "x"};
    private static final int MAX_EDITS = 12;
    private static final int MAX_OPS = 8;

    @FuzzTest(maxDuration = "5m")
    void every_edit_is_refused_or_leaves_a_document(FuzzedDataProvider data) {
        RichText text = RichText.empty();
        Delta previous = Delta.EMPTY;
        RichText before = text;
        for (int i = 0; i < MAX_EDITS && data.remainingBytes() > 0; i++) {
            Delta edit = edit(data);
            if (data.consumeBoolean() && FuzzLaws.fits(before, edit)) {
                edit = FuzzLaws.rebased(before, edit, previous);
            }
            RichText after = FuzzLaws.applied(text, edit);
            if (!after.equals(text)) {
                before = text;
                previous = edit;
                text = after;
            }
        }
    }

    private static Delta edit(FuzzedDataProvider data) {
        DeltaBuilder edit = Delta.builder();
        for (int i = data.consumeInt(1, MAX_OPS); i > 0; i--) {
            switch (data.consumeInt(0, 5)) {
                case 0 -> edit.insert(data.consumeString(6), attributes(data));
                case 1 -> edit.insert("😀\n".repeat(data.consumeInt(0, 400)), attributes(data));
                case 2 -> edit.embed("image", data.consumeString(3), attributes(data));
                case 3 -> edit.retain(data.consumeInt(0, 1_200));
                case 4 -> edit.retain(data.consumeInt(0, 20), attributes(data));
                default -> edit.delete(data.consumeInt(0, data.consumeBoolean() ? 4 : 1_200));
            }
        }
        return edit.build();
    }

    private static Attributes attributes(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return Attributes.EMPTY;
        }
        String key = data.pickValue(KEYS);
        return switch (data.consumeInt(0, 3)) {
            case 0 -> Attributes.of(key, null);
            case 1 -> Attributes.of(key, data.consumeRegularDouble());
            case 2 -> Attributes.of(key, data.consumeString(3));
            default -> Attributes.of(key, true);
        };
    }
}
