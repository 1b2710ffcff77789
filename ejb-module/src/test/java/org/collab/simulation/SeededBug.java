package org.collab.simulation;

import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.ChangeStore;

/** Twelve mistakes that implementations of such a protocol make; each is put in at a seam of its own. */
enum SeededBug implements Seams {
    NO_BUFFER_TRANSFORM {
        @Override
        public ClientCore core() {
            return new BuggyCore.NoBufferTransform();
        }
    },
    WRONG_TIE_BREAK {
        @Override
        public ClientCore core() {
            return new BuggyCore.WrongTieBreak();
        }
    },
    NO_UNIQUE_REVISION {
        @Override
        public ChangeStore store(ChangeStore store, World world) {
            return new BuggyStore.NoUniqueRevision(store, world);
        }
    },
    ACK_BEFORE_COMMIT {
        @Override
        public ChangeStore store(ChangeStore store, World world) {
            return new BuggyStore.AckBeforeCommit(store, world);
        }
    },
    NEW_CLIENT_ID_ON_RECONNECT {
        @Override
        public Session session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            return new BuggySession.NewClientIdOnReconnect(world, tab, clientId, stored);
        }
    },
    NO_GAP_DETECTION {
        @Override
        public Session session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            return new BuggySession.NoGapDetection(world, tab, clientId, stored);
        }
    },
    STALE_BASE_ON_RESEND {
        @Override
        public Session session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            return new BuggySession.StaleBaseOnResend(world, tab, clientId, stored);
        }
    },
    NO_DEDUPE {
        @Override
        public ChangeStore store(ChangeStore store, World world) {
            return new BuggyStore.NoDedupe(store, world);
        }
    },
    TEXT_EQUALITY_DEDUPE {
        @Override
        public Session session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            return new BuggySession.TextEqualityDedupe(world, tab, clientId, stored);
        }
    },
    MUTATED_IN_FLIGHT {
        @Override
        public ClientCore core() {
            return new BuggyCore.MutatedInFlight();
        }
    },
    NO_ANTI_ENTROPY {
        @Override
        public boolean pollsHeads() {
            return false;
        }
    },
    SQUASHED_CATCH_UP {
        @Override
        public Session session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            return new BuggySession.SquashedCatchUp(world, tab, clientId, stored);
        }
    }
}
