package org.shouwen.search;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.directory.Directory;
import org.shouwen.history.History;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** A city with an index, orders about something, and what a person finds of them. */
abstract class SearchedCity {
    @Autowired
    Searches searches;

    @Autowired
    IndexRun index;

    @Autowired
    Cases cases;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    History history;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @BeforeEach
    void the_index_is_built() {
        index.now();
    }

    Case about(String words) {
        return about(words, "示例小区");
    }

    Case about(String words, String where) {
        return cases.aCase(AnAppeal.saying(words)
                .title("来电反映")
                .location(where)
                .matterClass("heat-cold")
                .place("210603")
                .by(Identity.of("何其正", "13800008888", "", null)));
    }

    List<String> found(CurrentUser who, String words) {
        return found(who, SearchQuery.of(words));
    }

    List<String> found(CurrentUser who, SearchQuery query) {
        return searches.find(who, query).hits().stream().map(SearchHit::number).toList();
    }
}
