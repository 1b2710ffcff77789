package org.collab.ot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Op;
import org.collab.ot.RandomDeltas;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class OtClientTest {

    private static final Delta A = delta("[{'insert':'A'}]");
    private static final Delta B = delta("[{'insert':'B'}]");
    private static final Delta X = delta("[{'insert':'X'}]");

    private static final Delta NEWLINE = delta("[{'insert':'\\n'}]");

    private static OtClient awaiting() {
        return OtClient.at(7).applyLocal(A).client();
    }

    private static OtClient awaitingWithBuffer() {
        return awaiting().applyLocal(B).client();
    }

    @Test
    void E1_first_edit_is_sent_at_once() {
        Step step = OtClient.at(7).applyLocal(A);
        assertThat(step.send()).contains(new Submission(1, 7, A));
        assertThat(step.show()).isEqualTo(Delta.EMPTY);
        assertThat(step.client()).isInstanceOf(AwaitingAck.class);
    }

    @Test
    void E1_one_in_flight_later_edits_go_into_the_buffer() {
        Step second = awaiting().applyLocal(B);
        Step third = second.client().applyLocal(X);
        assertThat(second.send()).isEmpty();
        assertThat(third.send()).isEmpty();
        assertThat(third.client())
                .isInstanceOfSatisfying(
                        AwaitingAckWithBuffer.class,
                        state -> assertThat(state.buffer()).isEqualTo(delta("[{'insert':'XB'}]")));
    }

    @Test
    void E1_sequence_numbers_rise_by_one() {
        OtClient client = OtClient.at(7, 41);
        Submission first = client.applyLocal(A).send().orElseThrow();
        OtClient acknowledged = client.applyLocal(A).client().ack(8, 42).client();
        Submission second = acknowledged.applyLocal(B).send().orElseThrow();
        assertThat(first.seq()).isEqualTo(42);
        assertThat(second).isEqualTo(new Submission(43, 8, B));
    }

    @Test
    void edit_that_changes_nothing_is_not_sent() {
        Step step = OtClient.at(7).applyLocal(delta("[{'retain':3}]"));
        assertThat(step.send()).isEmpty();
        assertThat(step.client()).isEqualTo(OtClient.at(7));
    }

    @Test
    void edits_that_cancel_each_other_out_leave_no_buffer() {
        OtClient client =
                awaitingWithBuffer().applyLocal(delta("[{'delete':1}]")).client();
        assertThat(client).isEqualTo(awaiting());
    }

    @Test
    void E2_ack_of_the_last_submission_synchronizes() {
        Step step = awaiting().ack(8, 1);
        assertThat(step.client()).isEqualTo(OtClient.at(8, 1));
        assertThat(step.send()).isEmpty();
        assertThat(step.show()).isEqualTo(Delta.EMPTY);
    }

    @Test
    void E2_ack_with_a_buffer_sends_the_buffer() {
        Step step = awaitingWithBuffer().ack(8, 1);
        assertThat(step.send()).contains(new Submission(2, 8, B));
        assertThat(step.client()).isInstanceOf(AwaitingAck.class);
    }

    @Test
    void E2_ack_of_something_not_in_flight_is_refused() {
        assertThatThrownBy(() -> awaiting().ack(8, 2)).hasMessage("submission 2 was acknowledged, but 1 is in flight");
        assertThatThrownBy(() -> awaitingWithBuffer().ack(8, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OtClient.at(7).ack(8, 1))
                .hasMessage("submission 1 was acknowledged, but none is in flight");
    }

    @Test
    void remote_change_is_shown_as_it_is_when_synchronized() {
        Step step = OtClient.at(7).applyRemote(8, X);
        assertThat(step.show()).isEqualTo(X);
        assertThat(step.client()).isEqualTo(OtClient.at(8));
    }

    @Test
    void E5_earlier_change_of_the_server_has_priority_at_ties() {
        Step step = awaitingWithBuffer().applyRemote(8, X);
        assertThat(step.show()).isEqualTo(X);
        assertThat(step.client())
                .isEqualTo(new AwaitingAckWithBuffer(
                        new Submission(1, 8, delta("[{'retain':1},{'insert':'A'}]")),
                        delta("[{'retain':1},{'insert':'B'}]"),
                        EmbedHandlers.NONE));
    }

    @Test
    void E8_revision_that_the_client_has_is_ignored() {
        for (OtClient client : new OtClient[] {OtClient.at(7), awaiting(), awaitingWithBuffer()}) {
            assertThat(client.applyRemote(7, X)).isEqualTo(Step.to(client));
            assertThat(client.ack(7, 1)).isEqualTo(Step.to(client));
        }
    }

    @Test
    void E8_revision_beyond_the_next_is_never_skipped_to() {
        for (OtClient client : new OtClient[] {OtClient.at(7), awaiting(), awaitingWithBuffer()}) {
            assertThatThrownBy(() -> client.applyRemote(9, X)).hasMessage("revision 9 does not follow revision 7");
            assertThatThrownBy(() -> client.ack(9, 1)).hasMessage("revision 9 does not follow revision 7");
        }
    }

    @Test
    void E9_reconnect_sends_the_same_submission_rebased_and_without_the_buffer() {
        OtClient caughtUp = awaitingWithBuffer().applyRemote(8, X).client();
        assertThat(caughtUp.reconnect()).contains(new Submission(1, 8, delta("[{'retain':1},{'insert':'A'}]")));
        assertThat(awaiting().reconnect()).contains(new Submission(1, 7, A));
        assertThat(OtClient.at(7).reconnect()).isEmpty();
    }

    @Test
    void E9_submission_that_was_committed_before_the_connection_broke_is_not_sent_again() {
        OtClient caughtUp = awaiting().ack(8, 1).client();
        assertThat(caughtUp.reconnect()).isEmpty();
    }

    @Test
    void E9_submission_that_others_made_redundant_is_sent_all_the_same() {
        OtClient deleting = OtClient.at(7).applyLocal(delta("[{'delete':1}]")).client();
        OtClient caughtUp = deleting.applyRemote(8, delta("[{'delete':1}]")).client();
        assertThat(caughtUp.reconnect()).contains(new Submission(1, 8, Delta.EMPTY));
    }

    @Test
    void buffer_that_others_made_redundant_is_dropped() {
        OtClient client =
                awaiting().applyLocal(delta("[{'retain':1},{'delete':1}]")).client();
        Step step = client.applyRemote(8, delta("[{'delete':1}]"));
        assertThat(step.client()).isInstanceOf(AwaitingAck.class);
        assertThat(step.show()).isEqualTo(Delta.EMPTY);
    }

    @Test
    void restored_client_is_the_one_that_was_stored() {
        Submission inFlight = new Submission(1, 7, A);
        assertThat(OtClient.restored(inFlight, B, EmbedHandlers.NONE)).isEqualTo(awaitingWithBuffer());
        assertThat(OtClient.restored(inFlight, Delta.EMPTY, EmbedHandlers.NONE)).isEqualTo(awaiting());
    }

    private static final Delta AB = delta("[{'insert':'ab\\n'}]");

    /** A client whose user typed 1 and then 2 before the newline of ab. */
    private static OtClient typed12() {
        OtClient first = OtClient.at(10)
                .applyLocal(delta("[{'retain':2},{'insert':'1'}]"))
                .client();
        return first.applyLocal(delta("[{'retain':3},{'insert':'2'}]")).client();
    }

    private static Snapshot snapshot(long acknowledged, String text) {
        return new Snapshot(20, acknowledged, Delta.builder().insert(text).build());
    }

    @Test
    void resync_with_nothing_unconfirmed_starts_from_the_snapshot() {
        Resync outcome = OtClient.at(10, 3).resync(snapshot(5, "other\n"), AB);
        assertThat(outcome).isEqualTo(new Resync.Merged(OtClient.at(20, 5)));
        assertThat(OtClient.at(10, 3).resync(snapshot(2, "other\n"), AB).client())
                .isEqualTo(OtClient.at(20, 3));
    }

    @Test
    void resync_moves_unconfirmed_edits_over_the_difference_under_their_number() {
        OtClient client = typed12().resync(snapshot(0, ">ab\n"), AB).client();
        Delta one = delta("[{'retain':3},{'insert':'1'}]");
        Delta two = delta("[{'retain':4},{'insert':'2'}]");
        assertThat(client)
                .isEqualTo(new AwaitingAckWithBuffer(new Submission(1, 20, one, true), two, EmbedHandlers.NONE));
    }

    @Test
    void resync_to_the_same_contents_changes_the_revision_only() {
        assertThat(typed12().resync(snapshot(0, "ab\n"), AB).client())
                .isEqualTo(new AwaitingAckWithBuffer(
                        new Submission(1, 20, delta("[{'retain':2},{'insert':'1'}]")),
                        delta("[{'retain':3},{'insert':'2'}]"),
                        EmbedHandlers.NONE));
    }

    @Test
    void resync_settles_what_the_snapshot_holds() {
        OtClient client = typed12().resync(snapshot(1, "ab1\n"), AB).client();
        assertThat(client)
                .isEqualTo(new AwaitingAck(
                        new Submission(2, 20, delta("[{'retain':3},{'insert':'2'}]")), EmbedHandlers.NONE));
    }

    @Test
    void resync_settles_the_last_submission_where_the_snapshot_holds_it() {
        OtClient client = OtClient.at(10)
                .applyLocal(delta("[{'retain':2},{'insert':'1'}]"))
                .client();
        assertThat(client.resync(snapshot(1, "ab1\n"), AB).client()).isEqualTo(OtClient.at(20, 1));
    }

    @Test
    void resync_never_uses_a_number_twice() {
        OtClient client = typed12().resync(snapshot(6, "ab1\n"), AB).client();
        assertThat(client.lastSeq()).isEqualTo(7);
    }

    @Test
    void resync_hands_out_text_that_has_no_document_to_go_to() {
        Snapshot noDocument = new Snapshot(20, 0, delta("[{'retain':3}]"));
        Resync.Unmergeable outcome = new Resync.Unmergeable(OtClient.at(20, 1), "12");
        assertThat(typed12().resync(noDocument, AB)).isEqualTo(outcome);
        assertThat(typed12().resync(snapshot(0, "ab\n"), delta("[{'retain':3}]")))
                .isEqualTo(outcome);
    }

    @Test
    void resync_hands_out_text_of_edits_that_never_fitted() {
        OtClient beyond = OtClient.at(10)
                .applyLocal(delta("[{'retain':9},{'insert':'x'},{'insert':{'image':1}}]"))
                .client();
        assertThat(beyond.resync(snapshot(0, ">ab\n"), AB)).isEqualTo(new Resync.Unmergeable(OtClient.at(20, 1), "x"));
        OtClient behind = OtClient.at(10)
                .applyLocal(delta("[{'delete':3},{'insert':'x'}]"))
                .client()
                .applyLocal(delta("[{'retain':2},{'delete':1}]"))
                .client();
        assertThat(behind.resync(snapshot(0, ">ab\n"), AB)).isInstanceOf(Resync.Unmergeable.class);
    }

    @Test
    void ack_of_a_submission_that_a_resync_moved_does_not_tell_what_was_committed() {
        OtClient moved = typed12().resync(snapshot(0, ">ab\n"), AB).client();
        OtClient rebased = moved.applyRemote(21, X).client().applyLocal(A).client();
        assertThatThrownBy(() -> rebased.ack(22, 1))
                .isInstanceOf(InconsistentStreamException.class)
                .hasMessage("submission 1 was moved by a resync");
        assertThat(rebased.ack(21, 1)).isEqualTo(Step.to(rebased));
    }

    @Test
    void ack_counts_again_for_what_follows_a_moved_submission() {
        Delta base = Delta.builder().insert(">ab\n").build();
        OtClient moved = typed12().resync(snapshot(0, ">ab\n"), AB).client();
        OtClient settled = moved.resync(new Snapshot(21, 1, delta("[{'insert':'>ab1\\n'}]")), base)
                .client();
        assertThat(settled.reconnect()).contains(new Submission(2, 21, delta("[{'retain':4},{'insert':'2'}]")));
        assertThat(settled.ack(22, 2).client()).isEqualTo(OtClient.at(22, 2));
    }

    @Test
    void I2_everything_unconfirmed_can_be_reached() {
        assertThat(OtClient.at(7).unconfirmed()).isEqualTo(Delta.EMPTY);
        assertThat(awaiting().unconfirmed()).isEqualTo(A);
        assertThat(awaitingWithBuffer().unconfirmed()).isEqualTo(delta("[{'insert':'BA'}]"));
    }

    @Test
    void E6_refused_submission_leaves_the_document() {
        Step step = awaiting().withdraw(1, NEWLINE);
        assertThat(step.show()).isEqualTo(delta("[{'delete':1}]"));
        assertThat(step.send()).isEmpty();
        assertThat(step.client()).isEqualTo(OtClient.at(7, 1));
    }

    @Test
    void E6_what_was_edited_after_a_refused_submission_stays_and_is_sent() {
        Step step = awaitingWithBuffer().withdraw(1, NEWLINE);
        assertThat(step.send()).contains(new Submission(2, 7, B));
        Delta visible = NEWLINE.compose(A).compose(B).compose(step.show());
        assertThat(visible).isEqualTo(NEWLINE.compose(B));
    }

    @Test
    void E6_visible_document_is_the_base_and_what_stays() {
        for (long seed = 0; seed < 500; seed++) {
            RandomDeltas random = new RandomDeltas(seed);
            Delta base = random.document();
            Delta refused = random.edit(base);
            Delta later = random.edit(base.compose(refused));
            OtClient client = OtClient.restored(new Submission(1, 7, refused), later, EmbedHandlers.NONE);
            Step step = client.withdraw(1, base);
            assertThat(base.compose(refused).compose(later).compose(step.show()))
                    .as("seed %d", seed)
                    .isEqualTo(base.compose(step.client().unconfirmed()));
        }
    }

    @Test
    void E6_refusal_of_something_not_in_flight_is_refused() {
        assertThatThrownBy(() -> awaiting().withdraw(2, NEWLINE))
                .hasMessage("submission 2 was refused, but 1 is in flight");
        assertThatThrownBy(() -> awaitingWithBuffer().withdraw(2, NEWLINE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OtClient.at(7).withdraw(1, NEWLINE))
                .hasMessage("submission 1 was refused, but none is in flight");
    }

    @Test
    void L7_edit_that_is_too_large_for_a_message_goes_in_several_submissions() {
        Delta document = NEWLINE;
        Delta paste = Delta.builder().insert("😀é".repeat(50_000)).build();
        OtClient client = OtClient.at(7);
        Step step = client.applyLocal(paste);
        int submissions = 0;
        for (long revision = 8; step.send().isPresent(); revision++) {
            Submission sent = step.send().orElseThrow();
            assertThat(DeltaJson.write(sent.delta()).length()).isLessThan(61_000);
            document = RichText.of(document).apply(sent.delta()).toDelta();
            step = step.client().ack(revision, sent.seq());
            submissions++;
        }
        assertThat(submissions).isEqualTo(3);
        assertThat(step.client()).isEqualTo(OtClient.at(10, 3));
        assertThat(document.equals(NEWLINE.compose(paste))).isTrue();
    }

    @Test
    void L7_edit_of_too_many_ops_goes_in_several_submissions() {
        DeltaBuilder builder = Delta.builder();
        for (int i = 0; i < 3_000; i++) {
            builder.delete(1).retain(1);
        }
        Delta edit = builder.delete(1).build();
        Delta document = Delta.builder().insert("ab".repeat(5_000)).insert("\n").build();
        Step step = OtClient.at(7).applyLocal(edit);
        Submission first = step.send().orElseThrow();
        Submission second = step.client().ack(8, 1).send().orElseThrow();
        assertThat(first.delta().ops()).hasSize(Portion.MAX_OPS - 1);
        assertThat(document.compose(first.delta()).compose(second.delta()).equals(document.compose(edit)))
                .isTrue();
        Delta most = edit.slice(0, Portion.MAX_OPS - 1);
        assertThat(OtClient.at(7).applyLocal(most).client()).isInstanceOf(AwaitingAck.class);
    }

    @Test
    void L7_edit_that_fits_one_message_is_sent_whole() {
        Delta fits = Delta.builder().insert("x".repeat(59_980)).build();
        assertThat(OtClient.at(7).applyLocal(fits).client()).isInstanceOf(AwaitingAck.class);
        Delta tooLong = Delta.builder().insert("x".repeat(60_000)).build();
        assertThat(OtClient.at(7).applyLocal(tooLong).client()).isInstanceOf(AwaitingAckWithBuffer.class);
        Delta oneOp = Delta.builder().embed("image", "x".repeat(100_000)).build();
        assertThat(OtClient.at(7).applyLocal(oneOp).client()).isInstanceOf(AwaitingAck.class);
    }

    @Test
    void L7_parts_keep_the_order_in_which_the_ops_were_made() {
        Delta edit = delta("[{'delete':1},{'insert':'a'}]")
                .concat(Delta.builder().insert("x".repeat(70_000)).build());
        Step step = OtClient.at(7).applyLocal(edit);
        Delta first = step.send().orElseThrow().delta();
        assertThat(first.ops().get(0)).isEqualTo(new Op.Delete(1));
        assertThat(AB.compose(step.client().unconfirmed())).isEqualTo(AB.compose(edit));
    }
}
