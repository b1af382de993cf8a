package org.shouwen.search;

import java.time.Duration;
import java.util.List;
import org.shouwen.accounts.CurrentUser;
import org.springframework.stereotype.Service;

/** The door of search: finds what whoever asks may see, and counts nothing else. */
@Service("searchOfAllThings")
public class Searches {
    Searches() {}

    /** What the query finds for this person. */
    public SearchPage find(CurrentUser viewer, SearchQuery query) {
        return new SearchPage(List.of(), null, SearchCounts.NONE, Duration.ZERO, SearchPage.IndexState.BUILDING);
    }
}
