package dev.orderly.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param orders how many orders were verified
 * @param entries how many entries of their histories
 * @param attachments how many attachments were read and compared with their digests
 * @param heads how many heads that were written down earlier were looked for
 * @param problems how many findings there are
 * @param findings the findings, a thousand at most, in no order
 * @param stoppedAt the number of the order up to which all orders were verified, if it was stopped before the end:
 *     {@link Verification#after} goes on behind it
 */
public record VerificationReport(
        long orders,
        long entries,
        long attachments,
        long heads,
        long problems,
        List<Finding> findings,
        Optional<String> stoppedAt) {

    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /** Whether everything was verified and is as it was written. */
    public boolean isClean() {
        return problems == 0 && stoppedAt.isEmpty();
    }
}
