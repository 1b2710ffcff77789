package org.collab.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.simulation.Edit.Fate;
import org.collab.simulation.Violation.Oracle;

/** Checks what is left when everything has come to rest. */
final class Verdict {
    private final World world;
    private final List<CommittedChange> log;

    Verdict(World world) {
        this.world = world;
        this.log = world.durable.changes();
    }

    void check() {
        revisionsAndHashes();
        Delta contents = fold();
        replicas(contents);
        submissions();
        edits();
        markers(contents);
    }

    /** I1: gapless, and each hash covers the one before. */
    private void revisionsAndHashes() {
        ChangeHash hash = ChangeHash.GENESIS;
        for (int i = 0; i < log.size(); i++) {
            CommittedChange change = log.get(i);
            require(change.revision() == i + 1, Oracle.I1_LOG, change.revision() + " is at place " + (i + 1));
            hash = HashChain.next(
                    hash,
                    world.documentId,
                    change.revision(),
                    change.clientId(),
                    change.seq(),
                    change.userId(),
                    change.baseRevision(),
                    change.at(),
                    DeltaJson.write(change.delta()));
            require(change.hash().equals(hash), Oracle.I1_LOG, "the chain breaks at " + change.revision());
            require(change.baseRevision() < change.revision(), Oracle.I1_LOG, "a base is ahead: " + Texts.of(change));
        }
    }

    /** I3: the slow and obvious fold. */
    private Delta fold() {
        Delta contents = Delta.builder().insert("\n").build();
        for (CommittedChange change : log) {
            contents = contents.compose(change.delta());
        }
        Delta text = world.durable.text(world.durable.head()).toDelta();
        require(contents.equals(text), Oracle.I3_FOLD, "the fold is " + contents + ", the text " + text);
        return contents;
    }

    /** I6: everybody sees the same, and has the same to build on. */
    private void replicas(Delta contents) {
        for (Session session : world.sessions()) {
            Replica replica = session.current();
            require(
                    replica.visible().equals(contents),
                    Oracle.I6_EQUAL,
                    session + " sees " + replica.visible() + " instead of " + contents);
            require(
                    replica.base().toDelta().equals(contents),
                    Oracle.I6_EQUAL,
                    session + " holds " + replica.base() + " instead of " + contents);
        }
    }

    /** I2, I7: each submission once, none that nobody made, none that is forbidden. */
    private void submissions() {
        Set<SubmissionKey> acknowledged = new HashSet<>();
        for (Edit edit : world.ledger.edits()) {
            if (edit.fate() instanceof Fate.Acknowledged fate) {
                acknowledged.add(fate.submission());
            }
        }
        Set<SubmissionKey> seen = new HashSet<>();
        for (CommittedChange change : log) {
            SubmissionKey key = SubmissionKey.of(change);
            require(seen.add(key), Oracle.I2_EXACTLY_ONCE, "twice in the log: " + key);
            require(!change.deltaJson().contains(Typist.FORBIDDEN_KEY), Oracle.I7_REJECTED, Texts.of(change));
            boolean known = acknowledged.contains(key) || key.clientId().equals(History.CLIENT);
            require(known, Oracle.I2_EXACTLY_ONCE, "in the log for nobody: " + Texts.of(change));
        }
    }

    /** I2: each edit's fate is known and true. */
    private void edits() {
        for (Edit edit : world.ledger.edits()) {
            if (edit.fate() instanceof Fate.Acknowledged fate) {
                require(
                        world.durable.find(fate.submission()).isPresent(),
                        Oracle.I2_EXACTLY_ONCE,
                        edit + " is not in the log");
            } else if (edit.fate() instanceof Fate.Rejected fate) {
                require(
                        world.durable.find(fate.submission()).isEmpty(),
                        Oracle.I2_EXACTLY_ONCE,
                        edit + " is in the log");
            } else {
                require(!(edit.fate() instanceof Fate.Waiting), Oracle.I2_EXACTLY_ONCE, edit + " has no end");
            }
        }
    }

    /** I2, whatever the numbers say: what was inserted and not deleted is there once, and nothing else is. */
    private void markers(Delta contents) {
        Map<Integer, Integer> expected = new HashMap<>();
        for (Edit edit : world.ledger.edits()) {
            if (edit.isCommitted()) {
                edit.inserted().ifPresent(marker -> expected.put(marker, 1));
            }
        }
        for (Edit edit : world.ledger.edits()) {
            if (edit.isCommitted()) {
                edit.deleted().forEach(expected::remove);
            }
        }
        Map<Integer, Integer> found = new HashMap<>();
        Ledger.markersIn(Typist.textOf(contents)).forEach(marker -> found.merge(marker, 1, Integer::sum));
        require(found.equals(expected), Oracle.I2_EXACTLY_ONCE, "markers are " + found + " instead of " + expected);
    }

    private static void require(boolean holds, Oracle oracle, String otherwise) {
        if (!holds) {
            throw new Violation(oracle, otherwise);
        }
    }
}
