package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;
import org.junit.jupiter.api.Test;

class PictureRedactionTest {
    private static final String PICTURE = "images/01234567-89ab-cdef-0123-456789abcdef";
    private static final String OTHER = "images/01234567-89ab-cdef-0123-000000000000";

    private final RandomHistory history = new RandomHistory(1, 0, 2, 1);
    private final UUID ana = history.people.get(0);

    @Test
    void a_picture_leaves_its_place_and_its_size_and_takes_its_description_along() {
        put(0, PICTURE, Map.of("alt", "Our password", "width", 200L));
        history.add(ana, Delta.builder().insert("text ").build());
        history.add(ana, at(5).retain(1, Map.of("alt", "The password")).build());
        RedactedHistory redacted = RedactedHistory.without(history, 5, 6);
        assertThat(redacted.log.toString()).doesNotContain("password").doesNotContain(PICTURE);
        assertThat(redacted.texts().get(3).toDelta().ops().get(1))
                .isEqualTo(new Op.Embed("image", "redacted", Attributes.of("width", 200L)));
        assertThat(redacted.redacting.pictures()).containsExactly(new Redacting.Picture(PICTURE, 0));
        assertThat(redacted.verify(List.of(redacted.redaction))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void copies_that_are_gone_go_too_and_one_that_stands_stays_and_is_told() {
        put(0, PICTURE, Map.of());
        history.add(ana, Delta.builder().delete(1).build());
        put(0, PICTURE, Map.of());
        RedactedHistory all = RedactedHistory.without(history, 0, 1);
        assertThat(all.log.toString()).doesNotContain(PICTURE);

        put(0, PICTURE, Map.of());
        put(0, OTHER, Map.of());
        RedactedHistory one = RedactedHistory.without(history, 2, 3);
        assertThat(one.redacting.pictures()).containsExactly(new Redacting.Picture(PICTURE, 1));
        assertThat(one.log.get(0).deltaJson()).doesNotContain(PICTURE);
        assertThat(one.log.get(2).deltaJson()).doesNotContain(PICTURE);
        assertThat(one.log.get(3).deltaJson()).contains(PICTURE);
        assertThat(one.log.get(4).deltaJson()).contains(OTHER);
    }

    @Test
    void a_picture_that_was_moved_since_stays_where_it_is_now() {
        put(0, PICTURE, Map.of());
        history.add(
                ana,
                Delta.builder().delete(1).insert("x").embed("image", PICTURE).build());
        RedactedHistory redacted = new RedactedHistory(history, RedactedHistory.target(history, 1, 0, 1));
        assertThat(redacted.redacting.pictures()).containsExactly(new Redacting.Picture(PICTURE, 1));
    }

    @Test
    void names_go_and_lines_stay() {
        Map<String, Object> ben = Map.of("userId", "01234567-89ab-cdef-0123-456789abcdef", "name", "Ben Secret");
        history.add(
                ana,
                Delta.builder().embed("mention", ben).embed("divider", true).build());
        RedactedHistory redacted = RedactedHistory.without(history, 0, 2);
        assertThat(redacted.log.get(0).deltaJson()).isEqualTo("[{\"insert\":\"█\"},{\"insert\":{\"divider\":true}}]");
    }

    private void put(int index, String address, Map<String, Object> attributes) {
        history.add(
                ana,
                at(index).embed("image", address, Attributes.of(attributes)).build());
    }

    private static DeltaBuilder at(int index) {
        return Delta.builder().retain(index);
    }
}
