package org.collab.collaboration.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.ServerMessage.Opening;
import org.collab.collaboration.entity.SessionLimits;
import org.collab.error.ErrorCode;

/**
 * Brings participants into a live document: answers a hello, and lets those who have missed much catch up page by page, no
 * faster than they read. Who is still catching up is not in the audience yet, so its stream stays gapless.
 *
 * <p>Not thread-safe; the document's mailbox owns it.
 */
final class Reception {
    /** Whoever has missed no more than this gets it at once. */
    private static final int AT_ONCE = 1_000;

    private static final int PAGE = 500;

    private final Audience audience;
    private final Acknowledgements acknowledgements;
    private final Consumer<LiveEvent> later;
    private final Map<Participant, Long> catchingUp = new HashMap<>();

    /** @param later posts an event to the document's mailbox */
    Reception(Audience audience, Acknowledgements acknowledgements, Consumer<LiveEvent> later) {
        this.audience = audience;
        this.acknowledgements = acknowledgements;
        this.later = later;
    }

    boolean isEmpty() {
        return catchingUp.isEmpty();
    }

    /** Answers a hello (O4, O5). */
    void welcome(DocumentState state, Participant participant, Hello hello) {
        long held = hello.revision().orElse(0);
        boolean known = held <= state.head() && hello.epoch().orElse(state.epoch()) == state.epoch();
        if (!known) {
            String message =
                    "revision " + held + " of epoch " + hello.epoch().orElse(state.epoch()) + " is not in this history";
            seat(participant);
            resync(state, participant, ErrorCode.REVISION_AHEAD, message);
            showCursors(state, participant);
        } else if (held < state.head() && hello.revision().isPresent() && !participant.readsHistory()) {
            seat(participant);
            resync(state, participant, ErrorCode.FORBIDDEN, "earlier changes are not shown to viewers in this room");
            showCursors(state, participant);
        } else if (hello.revision().isEmpty()) {
            Opening opening = opening(state, participant);
            seat(participant);
            participant.send(new ServerMessage.Welcome(opening, Optional.of(state.contents())));
            showCursors(state, participant);
        } else {
            catchUp(state, participant, held);
        }
    }

    private void catchUp(DocumentState state, Participant participant, long held) {
        Optional<List<CommittedChange>> missed =
                state.head() - held <= AT_ONCE ? Optional.of(state.changesAfter(held)) : Optional.empty();
        Opening opening = opening(state, participant);
        if (missed.isEmpty()) {
            participant.send(new ServerMessage.Welcome(opening, Optional.empty()));
            catchingUp.put(participant, held);
            goOn(state, participant);
            return;
        }
        seat(participant);
        participant.send(new ServerMessage.Welcome(opening, Optional.empty()));
        Frames.send(missed.get(), participant::send);
        showCursors(state, participant);
    }

    /** Sends the next page to a participant who is catching up. */
    void goOn(DocumentState state, Participant participant) {
        Long held = catchingUp.get(participant);
        if (held == null) {
            return; // it has left
        }
        List<CommittedChange> page = state.page(held, PAGE);
        Frames.send(page, participant::send);
        if (held + page.size() == state.head()) {
            seat(participant);
            showCursors(state, participant);
        } else {
            catchingUp.put(participant, held + page.size());
            participant.whenSent(() -> later.accept(new LiveEvent.GoOn(participant)));
        }
    }

    private void seat(Participant participant) {
        catchingUp.remove(participant);
        audience.join(participant);
    }

    /** Gives the contents anew; unconfirmed edits stay the client's. */
    void resync(DocumentState state, Participant participant, ErrorCode code, String message) {
        participant.send(new ServerMessage.Resync(opening(state, participant), state.contents(), code, message));
    }

    /** Those who are here, be it that they still catch up. */
    List<UUID> clientIds() {
        return Stream.concat(catchingUp.keySet().stream(), audience.participants().stream())
                .map(participant -> participant.person().clientId())
                .distinct()
                .toList();
    }

    /** Gives everybody the contents anew; nobody has to catch up any more. */
    void resyncAll(DocumentState state, ErrorCode code, String message) {
        List.copyOf(catchingUp.keySet()).forEach(this::seat);
        audience.participants().forEach(participant -> resync(state, participant, code, message));
    }

    void leave(Participant participant) {
        catchingUp.remove(participant);
        audience.leave(participant);
    }

    void closeAll(ErrorCode code, String message) {
        List<Participant> waiting = List.copyOf(catchingUp.keySet());
        catchingUp.clear();
        waiting.forEach(participant -> participant.close(code, message));
        audience.closeAll(code, message);
    }

    private void showCursors(DocumentState state, Participant participant) {
        List<ServerMessage.Cursor> cursors =
                audience.cursorsFor(participant.person().clientId(), state.head());
        List<ServerMessage.Status> idle = audience.idle();
        if (!cursors.isEmpty() || !idle.isEmpty()) {
            participant.send(new ServerMessage.Presence(List.of(), List.of(), cursors, idle));
        }
    }

    private Opening opening(DocumentState state, Participant participant) {
        Person self = participant.person();
        List<Person> others = audience.people().stream()
                .filter(person -> !person.clientId().equals(self.clientId()))
                .toList();
        return new Opening(
                state.head(),
                state.epoch(),
                participant.role(),
                acknowledgements.of(self.clientId()),
                self,
                others,
                SessionLimits.DEFAULT);
    }
}
