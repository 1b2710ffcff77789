package org.collab.collaboration.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Seated;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.ErrorCode;

/**
 * One open document on one node: it gives every edit its revision, commits it, and only then tells everybody.
 *
 * <p>Life: opened by the first event, reads the document from the log, works off its mailbox, ends by {@link
 * #retireIfDeserted} when nobody is in it. It holds nothing that is not in the log, so it may vanish at any time.
 *
 * <p>Invariants: the state is a prefix of the log; every participant has been sent exactly the changes up to the state's
 * head; a commit whose outcome is unknown is looked up before anything else is tried.
 *
 * <p>Threading: {@link #post} from anywhere, never blocks. Everything else runs in the mailbox, one batch at a time.
 */
public final class LiveDocument {
    private static final Logger LOG = System.getLogger(LiveDocument.class.getName());
    private static final int RECENT_CHANGES = 1_000;
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
    private static final Duration PRESENCE_INTERVAL = Duration.ofMillis(50);
    private static final int MOST_WAITING = 10_000;
    private static final String TOO_MUCH = "too much waits for the database; try again later";

    private final UUID documentId;
    private final ChangeStore store;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Telemetry telemetry;
    private final Consumer<CommittedHead> committed;
    private final Mailbox<LiveEvent> mailbox;
    private final Audience audience = new Audience();
    private final Acknowledgements acknowledgements;
    private final CommitQueue commits;
    private final Reception reception;
    private final SnapshotKeeper snapshots;
    private final Pace pace = new Pace();
    private final Deque<LiveEvent> backlog = new ArrayDeque<>();
    private Optional<DocumentState> opened = Optional.empty();
    private boolean behind;
    private boolean retryScheduled;
    private Duration retryDelay = FIRST_RETRY;
    private Instant presenceTold = Instant.MIN;
    private boolean presenceScheduled;
    private boolean commitScheduled;
    private long shownVersion;
    private long shownHead;
    private volatile boolean deserted;
    private volatile int waiting;
    private volatile long head;
    private volatile long epoch;
    private volatile Map<UUID, Role> roles = Map.of();
    private volatile Set<Writer> writers = Set.of();
    private volatile List<Person> people = List.of();
    private volatile List<Seated> seated = List.of();

    /** A head that this node has moved, by these changes. */
    public record CommittedHead(UUID documentId, long epoch, List<CommittedChange> changes) {
        public CommittedHead {
            changes = List.copyOf(changes);
        }

        public long head() {
            return changes.get(changes.size() - 1).revision();
        }
    }

    public LiveDocument(
            UUID documentId,
            ChangeStore store,
            Clock clock,
            Scheduler scheduler,
            Consumer<CommittedHead> committed,
            Telemetry telemetry) {
        this.documentId = documentId;
        this.store = store;
        this.clock = clock;
        this.scheduler = scheduler;
        this.telemetry = telemetry;
        this.committed = committed;
        this.mailbox = new Mailbox<>(scheduler, this::work);
        this.acknowledgements = new Acknowledgements(documentId, store);
        this.commits = new CommitQueue(store, clock, acknowledgements, telemetry);
        this.reception = new Reception(audience, acknowledgements, mailbox::post);
        this.snapshots = new SnapshotKeeper(documentId, store, scheduler);
    }

    /**
     * Takes an event in. Where too much waits already, because the database does not answer, newcomers and edits are
     * turned away with {@code overloaded}, and carets are dropped.
     *
     * @return false where this live document has ended and another one has to be opened
     */
    public boolean post(LiveEvent event) {
        if (waiting() < MOST_WAITING) {
            return mailbox.post(event);
        }
        if (event instanceof LiveEvent.Submit submit) {
            submit.answer().accept(new SubmitResult.Rejected(ErrorCode.OVERLOADED, TOO_MUCH));
        } else if (event instanceof LiveEvent.Join join) {
            join.participant().close(ErrorCode.OVERLOADED, TOO_MUCH);
        } else if (!(event instanceof LiveEvent.MoveCursor
                || event instanceof LiveEvent.CompareHash
                || event instanceof LiveEvent.Relayed
                || event instanceof LiveEvent.Neighbours)) {
            return mailbox.post(event);
        }
        return true;
    }

    /** The role that each connected user was last told. */
    public Map<UUID, Role> roles() {
        return roles;
    }

    /** The users and sessions that are connected. */
    public Set<Writer> writers() {
        return writers;
    }

    /** Who is in it on this node now, and where. */
    public List<Seated> seated() {
        return seated;
    }

    /** Who is in it now, on whatever node, each connection by itself. */
    public List<Person> people() {
        return people;
    }

    /** Ends this live document if nobody is in it and nothing waits. */
    public boolean retireIfDeserted() {
        if (!deserted || !mailbox.closeIfIdle()) {
            return false;
        }
        opened.ifPresent(snapshots::retire); // the closed mailbox has left the state to this thread
        return true;
    }

    /** How many events and submissions wait for their turn or for the database. */
    public int waiting() {
        return waiting + mailbox.size();
    }

    /** The newest revision that this node knows. */
    public long head() {
        return head;
    }

    /** The epoch of the history that everybody here was told; 0 before the document was read. */
    public long epoch() {
        return epoch;
    }

    private void work(List<LiveEvent> batch) {
        backlog.addAll(batch);
        if (!retryScheduled || batch.stream().anyMatch(LiveEvent.Retry.class::isInstance)) {
            retryScheduled = false;
            tryToWorkOff();
        }
        deserted = audience.isEmpty() && reception.isEmpty() && backlog.isEmpty() && commits.isEmpty();
        waiting = backlog.size() + commits.size();
        showAudience();
    }

    /** For other threads: anew where somebody came, went or moved, or where the carets as shown get too old to be placed. */
    private void showAudience() {
        if (audience.version() == shownVersion && head - shownHead < RECENT_CHANGES / 2) {
            return;
        }
        shownVersion = audience.version();
        shownHead = head;
        roles = audience.roles();
        writers = audience.writers();
        people = audience.people();
        seated = audience.seated(head);
    }

    private void tryToWorkOff() {
        try {
            workOff();
            retryDelay = FIRST_RETRY;
        } catch (StoreUnavailableException e) {
            if (retryDelay.equals(FIRST_RETRY)) {
                LOG.log(Level.WARNING, "document " + documentId + " waits for the database", e);
            }
            behind = true;
            retryScheduled = true;
            scheduler.executeAfter(retryDelay, () -> mailbox.post(new LiveEvent.Retry()));
            retryDelay = shorter(retryDelay.multipliedBy(2), LONGEST_RETRY);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "document " + documentId + " is closed and will be opened anew", e);
            restart();
        }
    }

    private void workOff() {
        Optional<DocumentState> current = open();
        if (current.isEmpty()) {
            end();
            return;
        }
        DocumentState state = current.get();
        if (acknowledgements.learn(newcomers(), state.head()) || behind) {
            follow(state);
        }
        while (!backlog.isEmpty()) {
            if (backlog.element() instanceof LiveEvent.Rewritten hint && hint.epoch() != state.epoch()) {
                opened = Optional.empty();
                current = open();
                if (current.isEmpty()) {
                    end();
                    return;
                }
                state = current.get();
            }
            if (backlog.element() instanceof LiveEvent.Deleted
                    && store.head(documentId).isEmpty()) {
                end();
                return;
            }
            handle(state, backlog.element());
            backlog.remove();
        }
        settle(state);
        tellPresence(state);
    }

    /** When a node goes away, all its editors come at once: they are looked up together. */
    private Set<UUID> newcomers() {
        return backlog.stream()
                .filter(LiveEvent.Join.class::isInstance)
                .map(event -> ((LiveEvent.Join) event).hello().clientId())
                .collect(Collectors.toSet());
    }

    /** At once; or a little later with what comes meanwhile, where many have been told something just now. */
    private void settle(DocumentState state) {
        Duration rest = pace.rest(clock.instant());
        if (commits.isEmpty() || rest.isZero()) {
            commits.settle(state, changes -> commit(state, changes), () -> follow(state));
        } else if (!commitScheduled) {
            commitScheduled = true;
            scheduler.executeAfter(rest, () -> mailbox.post(new LiveEvent.Commit()));
        }
    }

    /** At once where nothing was told for a while, else a little later, so that few messages say much (P2). */
    private void tellPresence(DocumentState state) {
        if (!audience.hasNews()) {
            return;
        }
        Instant now = clock.instant();
        Instant due = presenceTold.equals(Instant.MIN) ? now : presenceTold.plus(PRESENCE_INTERVAL);
        if (!now.isBefore(due)) {
            presenceTold = audience.tellPresence(state.head()) ? now : presenceTold;
        } else if (!presenceScheduled) {
            presenceScheduled = true;
            scheduler.executeAfter(Duration.between(now, due), () -> mailbox.post(new LiveEvent.TellPresence()));
        }
    }

    /**
     * Forgets everything and lets every client come again. Nothing is lost: what was committed is in the log, and what
     * was not has not been answered, so its author sends it again.
     */
    private void restart() {
        for (LiveEvent event : backlog) {
            if (event instanceof LiveEvent.Join join) {
                join.participant().close(ErrorCode.INTERNAL, "the document could not be opened");
            }
        }
        forgetBacklog();
        commits.forget();
        reception.closeAll(ErrorCode.INTERNAL, "the document is being opened anew");
        opened = Optional.empty();
    }

    private void forgetBacklog() {
        backlog.clear();
        commitScheduled = false; // its event may have been in there
    }

    private Optional<DocumentState> open() {
        if (opened.isEmpty()) {
            opened = store.head(documentId)
                    .map(stored -> DocumentState.load(documentId, stored.epoch(), store, RECENT_CHANGES));
            opened.ifPresent(state -> {
                head = state.head();
                acknowledgements.forget();
                snapshots.found(state.snapshotRevision());
                if (epoch != 0 && epoch != state.epoch()) {
                    tellRewritten(state);
                }
                epoch = state.epoch();
                snapshots.changed(state);
            });
        }
        return opened;
    }

    /** Everybody gets the contents anew; unconfirmed edits stay their clients', and fit as before. */
    private void tellRewritten(DocumentState state) {
        reception.clientIds().forEach(acknowledgements::learn);
        state.catchUp().forEach(acknowledgements::add);
        head = state.head();
        reception.resyncAll(state, ErrorCode.HISTORY_REWRITTEN, "text was taken out of the history");
    }

    /** The document is gone: whoever wanted something of it is told so. */
    private void end() {
        for (LiveEvent event : backlog) {
            if (event instanceof LiveEvent.Join join) {
                join.participant().close(ErrorCode.NOT_FOUND, "no such document");
            } else if (event instanceof LiveEvent.Submit submit) {
                commits.add(submit);
            } else if (event instanceof LiveEvent.Read read) {
                read.answer().accept(new ReadResult.Missing());
            }
        }
        forgetBacklog();
        commits.rejectAll(ErrorCode.NOT_FOUND, "no such document");
        reception.closeAll(ErrorCode.NOT_FOUND, "the document has been deleted");
        opened = Optional.empty();
    }

    private void handle(DocumentState state, LiveEvent event) {
        if (event instanceof LiveEvent.Submit submit) {
            commits.add(submit);
        } else if (event instanceof LiveEvent.Join join) {
            join(state, join.participant(), join.hello());
        } else if (event instanceof LiveEvent.GoOn more) {
            reception.goOn(state, more.participant());
        } else if (event instanceof LiveEvent.Leave leave) {
            reception.leave(leave.participant());
        } else if (event instanceof LiveEvent.MoveCursor move) {
            moveCursor(state, move);
        } else if (event instanceof LiveEvent.Heard heard) {
            audience.heard(heard.participant(), heard.lately());
        } else if (event instanceof LiveEvent.Access told) {
            audience.takeRoles(told.roles());
            audience.signOut(told.signedOut());
        } else if (event instanceof LiveEvent.CompareHash compare) {
            compareHash(state, compare);
        } else if (event instanceof LiveEvent.Read read) {
            if (read.newest()) {
                follow(state);
            }
            read.answer().accept(new ReadResult.Found(state.head(), state.text().toDelta()));
        } else if (event instanceof LiveEvent.HeadHint hint && hint.head() > state.head()) {
            follow(state);
        } else if (event instanceof LiveEvent.Relayed relayed && relayed.last() > state.head()) {
            take(state, relayed);
        } else if (event instanceof LiveEvent.Neighbours neighbours) {
            takeNeighbours(state, neighbours);
        } else if (event instanceof LiveEvent.Commit) {
            commitScheduled = false;
            pace.goOn();
        } else if (event instanceof LiveEvent.TellPresence) {
            presenceScheduled = false;
            presenceTold = Instant.MIN; // so it is told at the end of this batch
        }
    }

    private void join(DocumentState state, Participant participant, Hello hello) {
        if (acknowledgements.learn(hello.clientId()) || hello.revision().orElse(0) > state.head()) {
            follow(state);
        }
        reception.welcome(state, participant, hello);
    }

    private void moveCursor(DocumentState state, LiveEvent.MoveCursor move) {
        audience.setActivity(move.participant(), move.activity());
        if (isPlaceable(state, move.revision())) {
            audience.moveCursor(move.participant(), placed(state, move.revision(), move.range()));
        }
    }

    /** Neither from another history, nor older than anybody can still place. */
    private static boolean isPlaceable(DocumentState state, long revision) {
        return revision <= state.head() && state.head() - revision <= RECENT_CHANGES;
    }

    private static Optional<CursorRange> placed(DocumentState state, long revision, Optional<CursorRange> range) {
        Optional<CursorRange> placed = range;
        for (CommittedChange change : placed.isEmpty() ? List.<CommittedChange>of() : state.changesAfter(revision)) {
            placed = placed.map(old -> old.after(change.delta()));
        }
        int length = state.text().length();
        return placed.filter(moved -> moved.index() + moved.length() <= length);
    }

    private void takeNeighbours(DocumentState state, LiveEvent.Neighbours neighbours) {
        if (neighbours.seated().stream().anyMatch(seat -> seat.revision() > state.head())) {
            follow(state);
        }
        List<Seated> seats = neighbours.seated().stream()
                .map(seat -> seat.at(
                        state.head(),
                        isPlaceable(state, seat.revision())
                                ? placed(state, seat.revision(), seat.range())
                                : Optional.empty()))
                .toList();
        audience.takeNeighbours(neighbours.nodeId(), seats);
    }

    /**
     * What another node says it has committed is taken over if it continues what is known here, hash by hash; else the log
     * is read. A seal of a redaction is read as well, since the text before it may have changed.
     */
    private void take(DocumentState state, LiveEvent.Relayed relayed) {
        List<CommittedChange> news = relayed.changes().stream()
                .filter(change -> change.revision() > state.head())
                .toList();
        if (relayed.epoch() == state.epoch() && continues(state, news)) {
            news.forEach(state::advance);
            publish(state, news);
        } else {
            follow(state);
        }
    }

    private boolean continues(DocumentState state, List<CommittedChange> changes) {
        ChangeHash hash = state.hash();
        long revision = state.head();
        for (CommittedChange change : changes) {
            hash = HashChain.next(hash, documentId, change);
            revision++;
            if (change.revision() != revision
                    || !change.hash().equals(hash)
                    || change.delta().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void compareHash(DocumentState state, LiveEvent.CompareHash compare) {
        boolean comparable = compare.revision() == state.head() && audience.holds(compare.participant());
        if (comparable && !state.text().hash().equals(compare.hash())) {
            LOG.log(Level.ERROR, "document {0} diverged at revision {1}", documentId, state.head());
            telemetry.diverged();
            reception.resync(state, compare.participant(), ErrorCode.HASH_MISMATCH, "the contents differ");
        }
    }

    private void commit(DocumentState state, List<CommittedChange> changes) {
        changes.forEach(state::advance);
        publish(state, changes);
        committed.accept(new CommittedHead(documentId, state.epoch(), changes));
    }

    /** Takes over what others have committed. */
    private void follow(DocumentState state) {
        List<CommittedChange> missed = state.catchUp();
        publish(state, missed);
        behind = false;
        if (missed.stream().anyMatch(change -> change.delta().isEmpty())) {
            // A redaction is sealed by such a change; it may be that the text here is not what the log says any more.
            store.head(documentId)
                    .filter(stored -> stored.epoch() != state.epoch())
                    .ifPresent(stored -> mailbox.post(new LiveEvent.Rewritten(stored.epoch())));
        }
    }

    private void publish(DocumentState state, List<CommittedChange> changes) {
        head = state.head();
        changes.forEach(acknowledgements::add);
        changes.forEach(audience::transformCursors);
        Frames.send(changes, audience::send);
        if (!changes.isEmpty()) {
            pace.told(audience.size(), clock.instant());
        }
        snapshots.changed(state);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
