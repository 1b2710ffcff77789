package org.collab.ot;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All edits with up to two actions to a document of four units, all against all. */
class SmallWorldTest {

    private static final int LENGTH = 4;
    private static final Delta DOCUMENT = Delta.builder()
            .insert("ab", Attributes.of("bold", true))
            .insert("cd")
            .build();

    private final List<Delta> edits = new ArrayList<>();

    /** Adds everything that begins with these ops and goes on at a place of the document. */
    private void collect(Delta begun, int at, int actions) {
        edits.add(begun);
        if (actions == 0) {
            return;
        }
        for (int from = at; from <= LENGTH; from++) {
            Delta kept = begun.concat(Delta.builder().retain(from - at).build());
            for (Op insert : List.of(new Op.Insert("X", Attributes.EMPTY), new Op.Insert("YZ", Attributes.EMPTY))) {
                collect(kept.concat(Delta.of(List.of(insert))), from, actions - 1);
            }
            for (int length = 1; length <= LENGTH - from; length++) {
                collect(kept.concat(Delta.builder().delete(length).build()), from + length, actions - 1);
                Delta format = Delta.builder()
                        .retain(length, Attributes.of("bold", length == 1 ? null : (Object) "b"))
                        .build();
                collect(kept.concat(format), from + length, actions - 1);
            }
        }
    }

    @Test
    void laws_hold_for_every_pair_of_single_actions() {
        collect(Delta.EMPTY, 0, 1);
        for (Delta a : edits) {
            for (Delta b : edits) {
                Laws.check(DOCUMENT, a, b);
            }
        }
    }

    @Test
    void every_action_is_transformed_over_every_two_as_the_reference_does() {
        collect(Delta.EMPTY, 0, 2);
        List<Delta> two = List.copyOf(edits);
        edits.clear();
        collect(Delta.EMPTY, 0, 1);
        for (Delta one : edits) {
            two.forEach(other -> {
                Laws.transformsAsReference(one, other);
                Laws.transformsAsReference(other, one);
            });
        }
    }
}
