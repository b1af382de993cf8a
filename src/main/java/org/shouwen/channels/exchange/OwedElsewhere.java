package org.shouwen.channels.exchange;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;

/**
 * Results that are owed to where matters came from by another module than this one, because there is no system to send them to:
 * they stand on the same page, and a person carries them there.
 */
public interface OwedElsewhere {
    /** What has not gone back, what was taken first first; what the reader may not see is left out. */
    Page<ExchangeLists.Owed> owed(CurrentUser by, @Nullable After after, int limit);
}
