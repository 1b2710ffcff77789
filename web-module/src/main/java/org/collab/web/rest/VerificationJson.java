package org.collab.web.rest;

import java.util.List;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What verifying a history has found. Where it is intact, {@code head} and the newest change's {@code hash} are told;
 * where it is not, the first invalid revision and the reason. {@code redactions} tells what was taken out.
 */
public record VerificationJson(
        boolean verified,
        @Nullable Long head,
        @Nullable String hash,
        @Nullable Long firstInvalidRevision,
        @Nullable String reason,
        List<RedactionJson> redactions) {

    static VerificationJson of(Verdict verdict) {
        if (verdict instanceof Verdict.Intact intact) {
            return new VerificationJson(
                    true,
                    intact.head(),
                    intact.hash().toString(),
                    null,
                    null,
                    intact.redactions().stream()
                            .map(redaction -> RedactionJson.of(redaction, null))
                            .toList());
        }
        Verdict.Broken broken = (Verdict.Broken) verdict;
        return new VerificationJson(false, null, null, broken.revision(), broken.reason(), List.of());
    }
}
