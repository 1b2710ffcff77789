package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.collaboration.control.LiveDocument.CommittedHead;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.Seated;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.ot.Delta;
import org.junit.jupiter.api.Test;

/** What a live document makes of what other nodes tell. */
class OtherNodesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"), ZoneOffset.UTC);

    private final UUID documentId = UUID.randomUUID();
    private final UUID otherNode = UUID.randomUUID();
    private final InMemoryChangeStore store = new InMemoryChangeStore();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<CommittedHead> told = new ArrayList<>();
    private final LiveDocument here =
            new LiveDocument(documentId, store, CLOCK, scheduler, ignored -> {}, Telemetry.NONE);
    private final LiveDocument there = new LiveDocument(documentId, store, CLOCK, scheduler, told::add, Telemetry.NONE);
    private final RecordingParticipant ana = new RecordingParticipant();
    private final RecordingParticipant ben = new RecordingParticipant();

    @Test
    void changes_that_continue_the_head_need_no_look_into_the_log() {
        join(ana);
        commitThere("a");
        commitThere("b");
        store.readsBeforeGoingDown = 0;

        relay(0);
        relay(1);

        assertThat(ana.changes()).isEqualTo(store.log);
        assertThat(here.head()).isEqualTo(2);
    }

    @Test
    void a_gap_is_read_from_the_log() {
        join(ana);
        commitThere("a");
        commitThere("b");

        relay(1);

        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void what_came_late_or_twice_changes_nothing() {
        join(ana);
        commitThere("a");
        commitThere("b");

        relay(1);
        relay(0);
        relay(1);

        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void a_change_that_does_not_fit_the_hash_chain_is_not_believed() {
        join(ana);
        commitThere("a");
        CommittedChange real = store.log.get(0);

        for (CommittedChange forged : List.of(
                real.withDelta(Delta.builder().insert("forged").build()),
                real.withHash(new ChangeHash(new byte[ChangeHash.LENGTH])))) {
            here.post(new LiveEvent.Relayed(1, List.of(forged)));
            scheduler.run();
        }

        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void a_change_of_another_epoch_is_not_believed() {
        join(ana);
        commitThere("a");
        store.readsBeforeGoingDown = 0;

        here.post(new LiveEvent.Relayed(2, told.get(0).changes()));
        scheduler.run();

        assertThat(ana.changes()).isEmpty();
    }

    @Test
    void people_on_another_node_are_told_with_their_carets_and_gone_with_it() {
        join(ana);
        commitThere("hello");
        relay(0);
        ana.received.clear();

        tellNeighbours(new Seated(ben.person(), Activity.IDLE, 0, Optional.of(new CursorRange(0, 1))));

        CursorRange placed = new CursorRange(0, 6);
        assertThat(ana.only(ServerMessage.Presence.class))
                .isEqualTo(new ServerMessage.Presence(
                        List.of(ben.person()),
                        List.of(),
                        List.of(new ServerMessage.Cursor(ben.clientId, 1, Optional.of(placed))),
                        List.of(new ServerMessage.Status(ben.clientId, Activity.IDLE))));
        assertThat(here.people()).containsExactly(ana.person(), ben.person());
        assertThat(here.seated()).extracting(Seated::person).containsExactly(ana.person());

        ana.received.clear();
        tellNeighbours();
        assertThat(ana.only(ServerMessage.Presence.class))
                .isEqualTo(new ServerMessage.Presence(List.of(), List.of(ben.clientId), List.of(), List.of()));
    }

    @Test
    void whoever_comes_later_is_told_of_them_in_the_welcome() {
        join(ana);
        tellNeighbours(new Seated(ben.person(), Activity.ACTIVE, 0, Optional.empty()));
        RecordingParticipant cleo = new RecordingParticipant();

        join(cleo);

        assertThat(cleo.only(ServerMessage.Welcome.class).opening().participants())
                .containsExactly(ana.person(), ben.person());
    }

    @Test
    void whoever_moves_here_from_another_node_never_leaves() {
        join(ana);
        tellNeighbours(new Seated(ben.person(), Activity.ACTIVE, 0, Optional.empty()));

        join(ben);
        scheduler.elapse();
        tellNeighbours();

        assertThat(here.people()).containsExactly(ana.person(), ben.person());
        assertThat(ana.all(ServerMessage.Presence.class))
                .allSatisfy(presence -> assertThat(presence.left()).isEmpty());
    }

    private void join(RecordingParticipant participant) {
        here.post(new LiveEvent.Join(
                participant, new Hello(participant.clientId, OptionalLong.empty(), OptionalLong.empty())));
        scheduler.run();
    }

    private void commitThere(String text) {
        long seq = store.log.size() + 1L;
        there.post(new LiveEvent.Submit(
                new Submission(
                        ben.clientId, seq, seq - 1, Delta.builder().insert(text).build(), Writer.of(ben.userId)),
                ignored -> {}));
        scheduler.run();
    }

    private void relay(int batch) {
        CommittedHead committed = told.get(batch);
        here.post(new LiveEvent.Relayed(committed.epoch(), committed.changes()));
        scheduler.run();
    }

    private void tellNeighbours(Seated... seated) {
        here.post(new LiveEvent.Neighbours(otherNode, List.of(seated)));
        scheduler.run();
        scheduler.elapse();
    }
}
