package org.shouwen.retention;

import java.time.Instant;
import org.shouwen.regulation.Edition;

/** An owner of what goes after some days, whatever becomes of the matter, such as half-typed forms. */
public interface ForgetsAfterDays {
    void forget(Edition.RetentionTerms terms, Instant now);
}
