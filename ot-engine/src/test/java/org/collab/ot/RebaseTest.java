package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collab.ot.Deltas.delta;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebaseTest {

    @Test
    void over_nothing_is_the_edit_itself() {
        Delta edit = delta("[{'insert':'a'}]");
        assertThat(Rebase.over(edit, List.of())).isSameAs(edit);
    }

    @Test
    void E5_earlier_change_has_priority_at_ties() {
        assertThat(Rebase.over(delta("[{'insert':'Z'}]"), List.of(delta("[{'insert':'X'}]"))))
                .isEqualTo(delta("[{'retain':1},{'insert':'Z'}]"));
    }

    @Test
    void O4_one_by_one_is_not_squashed() {
        Delta document = delta("[{'insert':'ab\\n'}]");
        List<Delta> committed = List.of(delta("[{'retain':1},{'insert':'X'}]"), delta("[{'delete':1}]"));
        Delta pending = delta("[{'insert':'Z'}]");
        Delta head = document.compose(committed.get(0)).compose(committed.get(1));

        Delta oneByOne = Rebase.over(pending, committed);
        Delta squashed = Rebase.over(pending, List.of(committed.get(0).compose(committed.get(1))));

        assertThat(head.compose(oneByOne)).isEqualTo(delta("[{'insert':'ZXb\\n'}]"));
        assertThat(head.compose(squashed)).isEqualTo(delta("[{'insert':'XZb\\n'}]"));
    }

    @Test
    void over_many_changes_meets_what_a_client_makes_of_them() {
        for (long seed = 0; seed < 200; seed++) {
            RandomDeltas random = new RandomDeltas(seed);
            Delta document = random.document();
            Delta pending = random.edit(document);
            List<Delta> committed = new ArrayList<>();
            Delta server = document;
            Delta client = document.compose(pending);
            for (int i = 0; i < 10; i++) {
                Delta change = random.edit(server);
                Delta seen = Rebase.over(pending, committed).transform(change, Priority.OTHER_FIRST);
                committed.add(change);
                server = server.compose(change);
                client = client.compose(seen);
            }
            assertThat(client).as("seed %d", seed).isEqualTo(server.compose(Rebase.over(pending, committed)));
        }
    }
}
