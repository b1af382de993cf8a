package org.shouwen.reporting;

import org.shouwen.accounts.CurrentUser;

/** What others have for the leader's page: how much of it waits for a person, and where it is. */
public interface OverviewNotices {
    /**
     * @param key of the message that names it
     * @param path of its page
     */
    record Notice(String key, long waiting, String path) {}

    Notice of(CurrentUser reader);
}
