package org.collab.audit.control;

import java.util.Optional;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.AuditVerdict;
import org.collab.audit.entity.Seal;

/** Walks the chain, event by event in order, until one does not fit. Not thread-safe. */
public final class AuditWalk {
    private final long purgedThrough;
    private long number;
    private Seal hash;
    private Optional<Long> firstInvalid = Optional.empty();

    /** @param purgedThrough the event before the first one, and its hash */
    public AuditWalk(long purgedThrough, Seal hash) {
        this.purgedThrough = purgedThrough;
        this.number = purgedThrough;
        this.hash = hash;
    }

    /** @return whether it fits */
    public boolean add(AuditRecord event) {
        boolean fits = event.number() == number + 1
                && event.previous().equals(hash)
                && event.hash().equals(AuditChain.seal(event));
        if (fits) {
            number = event.number();
            hash = event.hash();
        } else {
            firstInvalid = Optional.of(number + 1);
        }
        return fits;
    }

    public long number() {
        return number;
    }

    public AuditVerdict verdict() {
        return new AuditVerdict(
                firstInvalid.isEmpty(), number - purgedThrough, purgedThrough, number, hash.hex(), firstInvalid);
    }
}
