package org.shouwen.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;

/** What looks at identities were about; answered by the module that keeps the appeals. */
public interface DisclosedMatters {
    /** What these people's appeals are about and whether anything is open still, by appellant. */
    Map<UUID, UnusualDisclosures.Matter> mattersOf(Collection<UUID> appellants);

    /** Looks at people whose appeals are there for this person. */
    List<DisclosureLog.Look> looks(List<DisclosureLog.Look> all, CurrentUser by);
}
