package org.shouwen.reporting.evaluation;

import java.time.Instant;
import java.util.UUID;

/**
 * What was published of a scheme; nothing of it changes any more.
 *
 * @param revision 1 the first time; {@code why} there is a later one
 * @param cases how many cases it counted; {@code digest} of them and of the scores stands in the journal
 */
public record Publication(
        UUID id,
        UUID scheme,
        int revision,
        String why,
        String publisher,
        Instant publishedAt,
        Scores scores,
        long cases,
        String digest) {}
