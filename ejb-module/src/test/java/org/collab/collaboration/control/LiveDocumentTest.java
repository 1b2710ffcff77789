package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.control.LiveDocument.CommittedHead;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Contents;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Snapshot;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class LiveDocumentTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"), ZoneOffset.UTC);

    private final UUID documentId = UUID.randomUUID();
    private final InMemoryChangeStore store = new InMemoryChangeStore();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<CommittedHead> relayed = new ArrayList<>();
    private final LiveDocument document =
            new LiveDocument(documentId, store, CLOCK, scheduler, relayed::add, Telemetry.NONE);
    private final RecordingParticipant ana = new RecordingParticipant();
    private final RecordingParticipant ben = new RecordingParticipant();
    private final List<SubmitResult> answers = new ArrayList<>();

    @Test
    void O4_null_hello_is_answered_with_the_contents_at_head() {
        commit(ana, 1, 0, insert(0, "hello"));

        join(ben, OptionalLong.empty());

        ServerMessage.Welcome welcome = ben.only(ServerMessage.Welcome.class);
        assertThat(welcome.opening().head()).isEqualTo(1);
        assertThat(welcome.contents().map(Contents::delta)).contains(textOf("hello\n"));
        assertThat(ben.changes()).isEmpty();
    }

    @Test
    void O4_contents_are_spelled_once_for_all_who_open_them_and_anew_after_a_change() {
        commit(ana, 1, 0, insert(0, "hello"));
        join(ben, OptionalLong.empty());
        join(ana, OptionalLong.empty());

        Contents first = ben.only(ServerMessage.Welcome.class).contents().orElseThrow();
        assertThat(ana.only(ServerMessage.Welcome.class).contents().orElseThrow())
                .isSameAs(first);
        assertThat(first.json()).isSameAs(first.json()).isEqualTo(DeltaJson.write(textOf("hello\n")));

        commit(ana, 2, 1, insert(5, "!"));
        RecordingParticipant cleo = new RecordingParticipant();
        join(cleo, OptionalLong.empty());
        assertThat(cleo.only(ServerMessage.Welcome.class)
                        .contents()
                        .orElseThrow()
                        .json())
                .isEqualTo(DeltaJson.write(textOf("hello!\n")));
    }

    @Test
    void O4_numeric_hello_is_answered_with_every_later_change_one_by_one() {
        commit(ana, 1, 0, insert(0, "a"));
        commit(ana, 2, 1, insert(1, "b"));
        commit(ana, 3, 2, insert(2, "c"));

        join(ben, OptionalLong.of(1));

        assertThat(ben.only(ServerMessage.Welcome.class).contents()).isEmpty();
        assertThat(ben.changes()).extracting(CommittedChange::revision).containsExactly(2L, 3L);
    }

    @Test
    void O4_acknowledged_is_the_highest_committed_seq_of_the_client() {
        commit(ana, 1, 0, insert(0, "a"));
        commit(ana, 2, 1, insert(1, "b"));

        join(ana, OptionalLong.of(2));
        join(ben, OptionalLong.of(2));

        assertThat(ana.only(ServerMessage.Welcome.class).opening().acknowledged())
                .isEqualTo(2);
        assertThat(ben.only(ServerMessage.Welcome.class).opening().acknowledged())
                .isZero();
    }

    @Test
    void O4_acknowledged_is_not_ahead_of_the_head_that_is_told_with_it() {
        join(ben, OptionalLong.empty());
        commitOnAnotherNode(ana, 1, insert(0, "elsewhere"));

        join(ana, OptionalLong.of(0));

        ServerMessage.Welcome welcome = ana.only(ServerMessage.Welcome.class);
        assertThat(welcome.opening().acknowledged()).isEqualTo(1);
        assertThat(welcome.opening().head()).isEqualTo(1);
        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void edits_in_a_crowd_wait_for_each_other_after_a_broadcast_and_are_committed_together() {
        List<RecordingParticipant> crowd =
                Stream.generate(RecordingParticipant::new).limit(100).toList();
        crowd.forEach(each -> join(each, OptionalLong.empty()));

        commit(crowd.get(0), 1, 0, insert(0, "a"));
        assertThat(store.log).as("nobody has been told anything lately").hasSize(1);
        commit(crowd.get(1), 1, 0, insert(0, "b"));
        commit(crowd.get(2), 1, 0, insert(0, "c"));
        assertThat(store.log).hasSize(1);
        assertThat(answers).hasSize(1);

        scheduler.elapse();
        assertThat(store.log).hasSize(3);
        assertThat(answers).hasSize(3).allMatch(SubmitResult.Accepted.class::isInstance);
        assertThat(crowd).allSatisfy(each -> {
            assertThat(each.changes()).isEqualTo(store.log);
            assertThat(each.all(ServerMessage.Changes.class)).hasSize(2);
        });
    }

    @Test
    void edits_among_few_never_wait() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());

        commit(ana, 1, 0, insert(0, "a"));
        commit(ben, 1, 0, insert(0, "b"));

        assertThat(store.log).hasSize(2);
    }

    @Test
    void an_edit_that_waits_in_a_crowd_survives_that_the_database_is_away() {
        List<RecordingParticipant> crowd =
                Stream.generate(RecordingParticipant::new).limit(100).toList();
        crowd.forEach(each -> join(each, OptionalLong.empty()));
        commit(crowd.get(0), 1, 0, insert(0, "a"));
        commit(crowd.get(1), 1, 0, insert(0, "b"));

        store.down = true;
        scheduler.elapse();
        store.down = false;
        scheduler.elapse();

        assertThat(store.log).hasSize(2);
        assertThat(answers).hasSize(2).allMatch(SubmitResult.Accepted.class::isInstance);
    }

    /** When a node goes away, all its editors come to another one at once. */
    @Test
    void O4_the_log_is_followed_once_for_editors_who_come_at_once() {
        commit(ana, 1, 0, insert(0, "a"));
        commitOnAnotherNode(ben, 1, insert(0, "b"));
        List<RecordingParticipant> crowd =
                Stream.generate(RecordingParticipant::new).limit(20).toList();
        int reads = store.reads;

        crowd.forEach(each -> document.post(
                new LiveEvent.Join(each, new Hello(each.clientId, OptionalLong.of(1), OptionalLong.empty()))));
        document.post(new LiveEvent.Join(ben, new Hello(ben.clientId, OptionalLong.of(1), OptionalLong.empty())));
        scheduler.run();

        assertThat(store.reads - reads).isEqualTo(1);
        assertThat(ben.only(ServerMessage.Welcome.class).opening().acknowledged())
                .isEqualTo(1);
        assertThat(crowd)
                .allSatisfy(each -> assertThat(each.changes())
                        .extracting(CommittedChange::revision)
                        .containsExactly(2L));
    }

    @Test
    void O5_revision_ahead_of_head_is_answered_by_resync() {
        join(ana, OptionalLong.of(7));

        assertThat(ana.only(ServerMessage.Resync.class).opening().head()).isZero();
        assertThat(ana.only(ServerMessage.Resync.class).contents().delta()).isEqualTo(textOf("\n"));
    }

    @Test
    void O5_a_rewritten_history_is_read_anew_and_everybody_gets_its_contents() {
        join(ana, OptionalLong.empty());
        commit(ana, 1, 0, insert(0, "secret"));
        join(ben, OptionalLong.empty());
        CommittedChange was = store.log.get(0);
        Delta blocks = insert(0, "██████");
        store.log.set(
                0,
                new CommittedChange(
                        1, was.clientId(), 1, was.userId(), 0, was.at(), blocks, DeltaJson.write(blocks), was.hash()));
        store.snapshots.clear();
        store.epoch = 2;

        document.post(new LiveEvent.Rewritten(2));
        submit(ben, 1, 1, insert(6, "!"));
        scheduler.run();

        for (RecordingParticipant each : List.of(ana, ben)) {
            ServerMessage.Resync resync = each.only(ServerMessage.Resync.class);
            assertThat(resync.contents().delta()).isEqualTo(textOf("██████\n"));
            assertThat(resync.opening().epoch()).isEqualTo(2);
            assertThat(resync.code()).isEqualTo(ErrorCode.HISTORY_REWRITTEN);
        }
        assertThat(ana.only(ServerMessage.Resync.class).opening().acknowledged())
                .isEqualTo(1);
        assertThat(text()).isEqualTo(textOf("██████!\n"));
        document.post(new LiveEvent.Rewritten(2));
        scheduler.run();
        assertThat(ana.all(ServerMessage.Resync.class)).hasSize(1);
    }

    @Test
    void O5_unknown_epoch_is_answered_by_resync() {
        document.post(new LiveEvent.Join(ana, new Hello(ana.clientId, OptionalLong.of(0), OptionalLong.of(9))));
        scheduler.run();

        assertThat(ana.all(ServerMessage.Resync.class)).hasSize(1);
    }

    @Test
    void E2_every_participant_gets_the_same_gapless_stream() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());

        submit(ana, 1, 0, insert(0, "a"));
        submit(ben, 1, 0, insert(0, "b"));
        scheduler.run();

        assertThat(ana.changes()).extracting(CommittedChange::revision).containsExactly(1L, 2L);
        assertThat(ben.changes()).isEqualTo(ana.changes());
        assertThat(store.log).isEqualTo(ana.changes());
    }

    @Test
    void E3_nothing_is_told_before_the_commit() {
        join(ana, OptionalLong.empty());
        store.down = true;
        submit(ana, 1, 0, insert(0, "a"));
        scheduler.run();

        assertThat(ana.changes()).isEmpty();
        assertThat(answers).isEmpty();

        store.down = false;
        scheduler.elapse();
        assertThat(ana.changes()).hasSize(1);
        assertThat(answers).containsExactly(new SubmitResult.Accepted(1));
    }

    @Test
    void E4_resubmission_gets_the_original_revision() {
        commit(ana, 1, 0, insert(0, "a"));
        commit(ben, 1, 1, insert(0, "b"));

        commit(ana, 1, 0, insert(0, "a"));

        assertThat(store.log).hasSize(2);
        assertThat(answers.get(2)).isEqualTo(new SubmitResult.AlreadyCommitted(store.log.get(0)));
    }

    @Test
    void E4_resubmission_that_another_node_has_committed_is_answered_after_what_precedes_it() {
        join(ben, OptionalLong.empty());
        commitOnAnotherNode(ben, 1, insert(0, "first"));
        commitOnAnotherNode(ana, 1, insert(0, "second"));

        commit(ana, 1, 0, insert(0, "second"));

        assertThat(answers).last().isEqualTo(new SubmitResult.AlreadyCommitted(store.log.get(1)));
        assertThat(ben.changes()).isEqualTo(store.log);
    }

    @Test
    void E4_same_submission_twice_in_one_batch_is_committed_once() {
        submit(ana, 1, 0, insert(0, "a"));
        submit(ana, 1, 0, insert(0, "a"));
        scheduler.run();

        assertThat(store.log).hasSize(1);
        assertThat(answers)
                .containsExactly(new SubmitResult.Accepted(1), new SubmitResult.AlreadyCommitted(store.log.get(0)));
    }

    @Test
    void E4_lost_reply_to_a_commit_is_looked_up_and_not_committed_again() {
        join(ana, OptionalLong.empty());
        store.losesNextReply = true;
        submit(ana, 1, 0, insert(0, "a"));
        scheduler.run();
        assertThat(answers).isEmpty();

        scheduler.elapse();

        assertThat(store.log).hasSize(1);
        assertThat(ana.changes()).extracting(CommittedChange::revision).containsExactly(1L);
        assertThat(answers)
                .hasOnlyElementsOfType(SubmitResult.AlreadyCommitted.class)
                .hasSize(1);
    }

    @Test
    void E4_resubmission_is_known_after_the_document_was_opened_anew() {
        Consumer<CommittedHead> failingRelay = head -> {
            throw new IllegalStateException("the relay is down");
        };
        LiveDocument reopened = new LiveDocument(documentId, store, CLOCK, scheduler, failingRelay, Telemetry.NONE);
        reopened.post(new LiveEvent.Submit(submission(ana, 1, 0, insert(0, "a")), answers::add));
        scheduler.run();
        commitOnAnotherNode(ana, 2, insert(0, "b"));

        reopened.post(new LiveEvent.Submit(submission(ana, 2, 0, insert(0, "b")), answers::add));
        scheduler.run();

        assertThat(store.log).hasSize(2);
        assertThat(answers).last().isEqualTo(new SubmitResult.AlreadyCommitted(store.log.get(1)));
    }

    @Test
    void E4_seq_that_was_skipped_is_not_committed_later() {
        commit(ana, 2, 0, insert(0, "b"));

        commit(ana, 1, 0, insert(0, "a"));

        assertThat(store.log).hasSize(1);
        assertThat(rejection()).isEqualTo(ErrorCode.STALE_SEQ);
    }

    @Test
    void E5_earlier_commit_keeps_its_place_at_ties() {
        submit(ana, 1, 0, insert(0, "first"));
        submit(ben, 1, 0, insert(0, "second"));
        scheduler.run();

        assertThat(text()).isEqualTo(textOf("firstsecond\n"));
    }

    @Test
    void E5_submission_is_rebased_over_each_change_alone() {
        // Squashed, the log would put Z behind X (ZXb comes from going one by one).
        commit(ana, 1, 0, insert(0, "ab"));
        commit(ana, 2, 1, insert(1, "X"));
        commit(ana, 3, 2, Delta.builder().delete(1).build());

        commit(ben, 1, 1, insert(0, "Z"));

        assertThat(text()).isEqualTo(textOf("ZXb\n"));
    }

    @Test
    void E6_bad_delta_is_rejected_and_changes_nothing() {
        submit(ana, 1, 0, insert(99, "beyond the end"));
        submit(ben, 1, 0, insert(0, "fine"));
        scheduler.run();

        assertThat(((SubmitResult.Rejected) answers.get(0)).code()).isEqualTo(ErrorCode.INVALID_DELTA);
        assertThat(answers.get(1)).isEqualTo(new SubmitResult.Accepted(1));
        assertThat(text()).isEqualTo(textOf("fine\n"));
    }

    @Test
    void E6_base_ahead_of_head_is_rejected() {
        commit(ana, 1, 5, insert(0, "a"));

        assertThat(rejection()).isEqualTo(ErrorCode.REVISION_AHEAD);
    }

    @Test
    void E7_author_without_the_right_to_write_is_rejected_and_others_are_not() {
        store.refused.add(ana.userId);
        submit(ana, 1, 0, insert(0, "a"));
        submit(ben, 1, 0, insert(0, "b"));
        scheduler.run();

        assertThat(answers).contains(new SubmitResult.Accepted(1));
        assertThat(store.log).extracting(CommittedChange::userId).containsExactly(ben.userId);
    }

    @Test
    void E6_edit_that_another_node_committed_before_the_right_was_taken_away_is_not_rejected() {
        store.beforeNextAppend = () -> {
            commitOnAnotherNode(ana, 1, insert(0, "a"));
            store.refused.add(ana.userId);
        };

        commit(ana, 1, 0, insert(0, "a"));

        assertThat(store.log).hasSize(1);
        assertThat(answers).last().isEqualTo(new SubmitResult.AlreadyCommitted(store.log.get(0)));
    }

    @Test
    void E6_edit_that_fits_no_more_is_not_rejected_where_another_node_has_committed_it() {
        join(ana, OptionalLong.empty());
        commitOnAnotherNode(ben, 1, textOf("a\n"));
        commitOnAnotherNode(ana, 1, Delta.builder().delete(1).build());

        commit(ana, 1, 0, Delta.builder().delete(1).build());

        assertThat(store.log).hasSize(2);
        assertThat(answers).last().isEqualTo(new SubmitResult.AlreadyCommitted(store.log.get(1)));
        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void E6_base_that_another_node_has_committed_is_not_rejected() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        commitOnAnotherNode(ben, 1, insert(0, "longer"));

        commit(ana, 1, 1, insert(6, "!"));

        assertThat(answers).last().isEqualTo(new SubmitResult.Accepted(2));
    }

    @Test
    void E6_edit_that_another_node_has_rejected_is_not_committed() {
        store.refused.add(ana.userId);
        commitOnAnotherNode(ana, 1, insert(0, "a"));
        store.refused.clear();

        commit(ana, 1, 0, insert(0, "a"));

        assertThat(store.log).isEmpty();
        assertThat(rejection()).isEqualTo(ErrorCode.STALE_SEQ);
    }

    @Test
    void E6_edits_after_a_rejected_one_are_committed() {
        commit(ana, 1, 0, insert(99, "beyond the end"));

        commit(ana, 2, 0, insert(0, "fine"));

        assertThat(answers).last().isEqualTo(new SubmitResult.Accepted(1));
    }

    @Test
    void E7_time_is_the_servers() {
        commit(ana, 1, 0, insert(0, "a"));

        assertThat(store.log.get(0).at()).isEqualTo(CLOCK.instant());
    }

    @Test
    void E10_other_hash_is_answered_by_resync() {
        join(ana, OptionalLong.empty());
        document.post(new LiveEvent.CompareHash(ana, 0, "0000000000000000"));
        scheduler.run();

        assertThat(ana.only(ServerMessage.Resync.class).code()).isEqualTo(ErrorCode.HASH_MISMATCH);
    }

    @Test
    void E10_equal_hash_is_not_answered() {
        join(ana, OptionalLong.empty());
        document.post(new LiveEvent.CompareHash(ana, 0, RichText.empty().hash()));
        scheduler.run();

        assertThat(ana.received).hasSize(1);
    }

    @Test
    void P1_cursor_is_transformed_over_changes_that_its_sender_did_not_hold() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        commit(ben, 1, 0, insert(0, "abc"));
        document.post(new LiveEvent.MoveCursor(ana, 0, Optional.of(new CursorRange(0, 0)), Activity.ACTIVE));
        scheduler.run();
        scheduler.elapse();

        assertThat(ben.received.get(ben.received.size() - 1))
                .isEqualTo(new ServerMessage.Presence(
                        List.of(),
                        List.of(),
                        List.of(new ServerMessage.Cursor(ana.clientId, 1, Optional.of(new CursorRange(0, 0)))),
                        List.of()));
    }

    @Test
    void P2_others_are_told_who_comes_and_goes() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        document.post(new LiveEvent.Leave(ben));
        scheduler.run();
        scheduler.elapse();

        assertThat(ana.all(ServerMessage.Presence.class))
                .containsExactly(
                        new ServerMessage.Presence(List.of(ben.person()), List.of(), List.of(), List.of()),
                        new ServerMessage.Presence(List.of(), List.of(ben.clientId), List.of(), List.of()));
        assertThat(ben.only(ServerMessage.Welcome.class).opening().participants())
                .containsExactly(ana.person());
    }

    @Test
    void second_connection_of_a_client_replaces_the_first() {
        RecordingParticipant again = new RecordingParticipant(ana.clientId);
        join(ana, OptionalLong.empty());
        join(again, OptionalLong.empty());

        assertThat(ana.closedBy).contains(ErrorCode.REPLACED);
        assertThat(again.closedBy).isEmpty();
    }

    @Test
    void change_of_another_node_is_taken_over_before_committing() {
        join(ana, OptionalLong.empty());
        commitOnAnotherNode(ben, 1, insert(0, "other"));

        commit(ana, 1, 0, insert(0, "mine"));

        assertThat(ana.changes()).isEqualTo(store.log);
        assertThat(text()).isEqualTo(textOf("othermine\n"));
    }

    @Test
    void hint_of_a_newer_head_is_followed() {
        join(ana, OptionalLong.empty());
        store.log.add(committedElsewhere(1));
        document.post(new LiveEvent.HeadHint(1));
        scheduler.run();

        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void I4_changes_read_before_the_database_failed_are_told_all_the_same() {
        join(ana, OptionalLong.empty());
        for (int revision = 1; revision <= 2_500; revision++) {
            store.log.add(committedElsewhere(revision));
        }
        store.readsBeforeGoingDown = 1;
        document.post(new LiveEvent.HeadHint(2_500));
        scheduler.run();
        store.readsBeforeGoingDown = Integer.MAX_VALUE;
        store.down = false;

        scheduler.elapse();

        assertThat(ana.changes()).isEqualTo(store.log);
    }

    @Test
    void unknown_document_closes_whoever_joins_and_rejects_what_is_submitted() {
        store.exists = false;
        join(ana, OptionalLong.empty());
        commit(ben, 1, 0, insert(0, "b"));

        assertThat(ana.closedBy).contains(ErrorCode.NOT_FOUND);
        assertThat(rejection()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void deleted_document_closes_its_participants() {
        join(ana, OptionalLong.empty());
        store.exists = false;
        document.post(new LiveEvent.Deleted());
        commit(ben, 1, 0, insert(0, "b"));

        assertThat(ana.closedBy).contains(ErrorCode.NOT_FOUND);
        assertThat(rejection()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(document.retireIfDeserted()).isTrue();
    }

    @Test
    void I1_hashes_form_a_chain() {
        commit(ana, 1, 0, insert(0, "a"));
        commit(ana, 2, 1, insert(1, "b"));

        CommittedChange second = store.log.get(1);
        assertThat(second.hash())
                .isEqualTo(HashChain.next(
                        store.log.get(0).hash(),
                        documentId,
                        2,
                        ana.clientId,
                        2,
                        ana.userId,
                        1,
                        second.at(),
                        second.deltaJson()));
    }

    @Test
    void retires_only_when_nobody_is_in_it() {
        join(ana, OptionalLong.empty());
        assertThat(document.retireIfDeserted()).isFalse();

        document.post(new LiveEvent.Leave(ana));
        scheduler.run();

        assertThat(document.retireIfDeserted()).isTrue();
        assertThat(document.post(new LiveEvent.HeadHint(1))).isFalse();
    }

    @Test
    void I3_snapshot_is_kept_every_500_changes_and_is_the_fold_of_them() {
        join(ana, OptionalLong.empty());
        for (int i = 1; i <= 1_100; i++) {
            commit(ana, i, i - 1, insert(0, "a"));
        }

        assertThat(store.snapshots.keySet()).containsExactly(500L, 1_000L);
        Snapshot newest = store.snapshots.lastEntry().getValue();
        assertThat(newest.text().length()).isEqualTo(1_001);
        assertThat(newest.hash()).isEqualTo(store.log.get(999).hash());
    }

    @Test
    void I3_snapshot_is_kept_when_the_last_participant_has_left() {
        commit(ana, 1, 0, insert(0, "a"));
        assertThat(document.retireIfDeserted()).isTrue();
        scheduler.run();

        assertThat(store.snapshots.values())
                .extracting(snapshot -> snapshot.text().toDelta())
                .containsExactly(text());
    }

    @Test
    void opening_reads_the_newest_snapshot_and_only_the_changes_after_it() {
        for (int i = 1; i <= 510; i++) {
            commit(ana, i, i - 1, insert(0, "a"));
        }
        store.lowestRead = Long.MAX_VALUE;
        LiveDocument again = new LiveDocument(documentId, store, CLOCK, scheduler, relayed::add, Telemetry.NONE);
        again.post(new LiveEvent.Join(ben, new Hello(ben.clientId, OptionalLong.empty(), OptionalLong.empty())));
        scheduler.run();

        assertThat(ben.only(ServerMessage.Welcome.class).contents().map(Contents::delta))
                .contains(text());
        assertThat(store.lowestRead).isEqualTo(500);
    }

    @Test
    void E6_number_that_its_sender_knows_to_be_rejected_serves_for_a_new_edit() {
        commit(ana, 1, 0, insert(7, "beyond the end"));
        assertThat(rejection()).isEqualTo(ErrorCode.INVALID_DELTA);
        commit(ana, 1, 0, insert(0, "copy of an older one"));
        assertThat(rejection()).isEqualTo(ErrorCode.STALE_SEQ);

        document.post(new LiveEvent.Submit(
                new Submission(ana.clientId, 1, 0, insert(0, "anew"), Writer.of(ana.userId), true), answers::add));
        scheduler.run();

        assertThat(answers).last().isEqualTo(new SubmitResult.Accepted(1));
        assertThat(text()).isEqualTo(textOf("anew\n"));
    }

    @Test
    void P2_carets_are_gathered_and_the_latest_wins() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        commit(ben, 1, 0, insert(0, "abc"));
        for (int at = 0; at <= 3; at++) {
            document.post(new LiveEvent.MoveCursor(ben, 1, Optional.of(new CursorRange(at, 0)), Activity.ACTIVE));
            scheduler.run();
        }
        scheduler.elapse();

        List<ServerMessage.Presence> told = ana.all(ServerMessage.Presence.class);
        assertThat(told).hasSize(2); // ben has come; ben is at 3
        assertThat(told.get(1).cursors())
                .containsExactly(new ServerMessage.Cursor(ben.clientId, 1, Optional.of(new CursorRange(3, 0))));
        assertThat(ben.all(ServerMessage.Presence.class)).isEmpty();
    }

    @Test
    void P2_who_becomes_idle_is_told_once_and_to_whoever_comes_later() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        for (int times = 0; times < 2; times++) {
            document.post(new LiveEvent.MoveCursor(ben, 0, Optional.empty(), Activity.IDLE));
            scheduler.run();
            scheduler.elapse();
        }
        RecordingParticipant cleo = new RecordingParticipant();
        join(cleo, OptionalLong.empty());

        List<ServerMessage.Status> told = ana.all(ServerMessage.Presence.class).stream()
                .flatMap(presence -> presence.statuses().stream())
                .toList();
        ServerMessage.Status idle = new ServerMessage.Status(ben.clientId, Activity.IDLE);
        assertThat(told).containsExactly(idle);
        assertThat(cleo.all(ServerMessage.Presence.class).get(0).statuses()).containsExactly(idle);
        assertThat(ben.all(ServerMessage.Presence.class))
                .allSatisfy(presence -> assertThat(presence.statuses()).isEmpty());
    }

    @Test
    void P3_silent_participant_is_gone_for_the_others_until_it_is_heard_again() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        document.post(new LiveEvent.Heard(ben, false));
        scheduler.run();
        scheduler.elapse();
        RecordingParticipant cleo = new RecordingParticipant();
        join(cleo, OptionalLong.empty());
        assertThat(cleo.only(ServerMessage.Welcome.class).opening().participants())
                .containsExactly(ana.person());

        document.post(new LiveEvent.Heard(ben, true));
        scheduler.run();
        scheduler.elapse();

        List<ServerMessage.Presence> told = ana.all(ServerMessage.Presence.class);
        assertThat(told.get(1).left()).containsExactly(ben.clientId);
        assertThat(told.get(told.size() - 1).joined()).contains(ben.person());
        commit(ana, 1, 0, insert(0, "a"));
        assertThat(ben.changes()).hasSize(1); // its stream has gone on
    }

    @Test
    void L4_changed_role_is_told_and_lost_access_closes() {
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        document.post(new LiveEvent.Access(
                Map.of(ana.userId, Optional.of(Role.VIEWER), ben.userId, Optional.empty()), Set.of()));
        scheduler.run();

        assertThat(ana.role).isEqualTo(Role.VIEWER);
        assertThat(ana.closedBy).isEmpty();
        assertThat(ben.closedBy).contains(ErrorCode.FORBIDDEN);
        assertThat(document.roles()).containsExactly(Map.entry(ana.userId, Role.VIEWER));
    }

    @Test
    void S4_connection_of_an_ended_session_is_closed_and_the_users_other_one_stays() {
        ana.session = Optional.of(UUID.randomUUID());
        join(ana, OptionalLong.empty());
        join(ben, OptionalLong.empty());
        document.post(new LiveEvent.Access(Map.of(), Set.of(ana.writer())));
        scheduler.run();

        assertThat(ana.closedBy).contains(ErrorCode.UNAUTHENTICATED);
        assertThat(ben.closedBy).isEmpty();
        assertThat(document.writers()).containsExactly(ben.writer());
    }

    @Test
    void S4_only_the_ended_sessions_submission_is_refused() {
        Writer here = Writer.of(ana.userId, UUID.randomUUID());
        Writer there = Writer.of(ana.userId, UUID.randomUUID());
        store.refusedWriters.add(there);
        List<SubmitResult> answers = new ArrayList<>();
        document.post(new LiveEvent.Submit(new Submission(ana.clientId, 1, 0, insert(0, "a"), here), answers::add));
        document.post(new LiveEvent.Submit(new Submission(ben.clientId, 1, 0, insert(0, "b"), there), answers::add));
        scheduler.run();

        assertThat(answers).hasSize(2);
        assertThat(answers).hasExactlyElementsOfTypes(SubmitResult.Rejected.class, SubmitResult.Accepted.class);
    }

    @Test
    void O4_who_has_missed_much_catches_up_page_by_page_no_faster_than_it_reads() {
        for (int i = 1; i <= 2_600; i++) {
            commit(ana, i, i - 1, insert(0, "a"));
        }
        ben.reads = false;
        join(ben, OptionalLong.of(10));
        commit(ana, 2_601, 2_600, insert(0, "b"));
        assertThat(ben.only(ServerMessage.Welcome.class).opening().head()).isEqualTo(2_600);
        assertThat(ben.changes()).hasSize(500);

        ben.read();
        scheduler.run();
        assertThat(ben.changes()).hasSize(1_000);

        ben.reads = true;
        ben.read();
        scheduler.run();
        assertThat(ben.changes()).isEqualTo(store.log.subList(10, 2_601));
        commit(ana, 2_602, 2_601, insert(0, "c"));
        assertThat(ben.changes()).isEqualTo(store.log.subList(10, 2_602));
    }

    @Test
    void submissions_are_turned_away_where_too_many_wait_for_the_database() {
        store.down = true;
        for (int i = 1; i <= 10_001; i++) {
            commit(ana, i, 0, insert(0, "a"));
        }

        assertThat(answers)
                .containsExactly(new SubmitResult.Rejected(
                        ErrorCode.OVERLOADED, "too much waits for the database; try again later"));
    }

    private CommittedChange committedElsewhere(long revision) {
        Delta delta = insert(0, "elsewhere");
        return new CommittedChange(
                revision,
                ben.clientId,
                revision,
                ben.userId,
                revision - 1,
                CLOCK.instant(),
                delta,
                delta.toString(),
                ChangeHash.GENESIS);
    }

    private void join(RecordingParticipant participant, OptionalLong revision) {
        document.post(new LiveEvent.Join(participant, new Hello(participant.clientId, revision, OptionalLong.empty())));
        scheduler.run();
    }

    private void submit(RecordingParticipant author, long seq, long base, Delta delta) {
        document.post(new LiveEvent.Submit(submission(author, seq, base, delta), answers::add));
    }

    private void commit(RecordingParticipant author, long seq, long base, Delta delta) {
        submit(author, seq, base, delta);
        scheduler.run();
    }

    private void commitOnAnotherNode(RecordingParticipant author, long seq, Delta delta) {
        LiveDocument otherNode = new LiveDocument(documentId, store, CLOCK, scheduler, relayed::add, Telemetry.NONE);
        otherNode.post(new LiveEvent.Submit(submission(author, seq, 0, delta), answers::add));
        scheduler.run();
    }

    private ErrorCode rejection() {
        return ((SubmitResult.Rejected) answers.get(answers.size() - 1)).code();
    }

    private Delta text() {
        RichText text = RichText.empty();
        for (CommittedChange change : store.log) {
            text = text.apply(change.delta());
        }
        return text.toDelta();
    }

    private static Submission submission(RecordingParticipant author, long seq, long base, Delta delta) {
        return new Submission(author.clientId, seq, base, delta, Writer.of(author.userId));
    }

    private static Delta insert(int at, String text) {
        return (at == 0 ? Delta.builder() : Delta.builder().retain(at))
                .insert(text)
                .build();
    }

    private static Delta textOf(String text) {
        return Delta.builder().insert(text).build();
    }
}
