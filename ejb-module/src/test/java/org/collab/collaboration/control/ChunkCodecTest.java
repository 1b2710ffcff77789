package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {
    @Test
    void redacted_changes_keep_their_hashes_and_later_ones_build_on_them() {
        HistoryFixture history = new HistoryFixture(5, 300);
        List<CommittedChange> changes = new ArrayList<>(history.changes);
        for (int at : new int[] {0, 17, 299}) {
            CommittedChange was = changes.get(at);
            Delta other = Delta.builder().insert("█").build();
            changes.set(
                    at,
                    new CommittedChange(
                            was.revision(),
                            was.clientId(),
                            was.seq(),
                            was.userId(),
                            was.baseRevision(),
                            was.at(),
                            other,
                            DeltaJson.write(other),
                            was.hash()));
        }
        byte[] chunk = ChunkCodec.encode(ChangeHash.GENESIS, changes, Set.of(1L, 18L, 300L));
        assertThat(ChunkCodec.decode(history.documentId, chunk)).isEqualTo(changes);
    }

    private final HistoryFixture history = new HistoryFixture(11, 2_000);

    @Test
    void every_field_of_every_change_comes_back() {
        byte[] chunk = ChunkCodec.encode(ChangeHash.GENESIS, history.changes);

        assertThat(ChunkCodec.decode(history.documentId, chunk)).isEqualTo(history.changes);
    }

    @Test
    void chunk_in_the_middle_of_a_history_comes_back() {
        List<CommittedChange> middle = history.changes.subList(500, 700);
        byte[] chunk = ChunkCodec.encode(history.changes.get(499).hash(), middle);

        assertThat(ChunkCodec.decode(history.documentId, chunk)).isEqualTo(middle);
    }

    @Test
    void typed_change_takes_at_most_12_bytes() {
        byte[] chunk = ChunkCodec.encode(ChangeHash.GENESIS, history.changes);

        assertThat((double) chunk.length / history.changes.size()).isLessThanOrEqualTo(12);
    }

    @Test
    void altered_change_is_found_at_its_revision() {
        CommittedChange change = history.changes.get(999);
        CommittedChange altered = new CommittedChange(
                change.revision(),
                change.clientId(),
                change.seq(),
                UUID.randomUUID(),
                change.baseRevision(),
                change.at(),
                change.delta(),
                change.deltaJson(),
                change.hash());
        history.changes.set(999, altered);
        byte[] chunk = ChunkCodec.encode(ChangeHash.GENESIS, history.changes);

        List<CommittedChange> read = ChunkCodec.decode(history.documentId, chunk);
        assertThat(read.get(998)).isEqualTo(history.changes.get(998));
        assertThat(read.get(999).hash()).isNotEqualTo(change.hash());
    }

    @Test
    void damaged_chunk_is_refused() {
        byte[] chunk = ChunkCodec.encode(ChangeHash.GENESIS, history.changes);
        chunk[chunk.length / 2] ^= 1;

        assertThatThrownBy(() -> ChunkCodec.decode(history.documentId, chunk))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }
}
