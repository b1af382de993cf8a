package org.shouwen.search;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A city whose index of search is built, and the parts of the index. */
abstract class IndexedCity {
    @Autowired
    Searches searches;

    @Autowired
    IndexRun index;

    @Autowired
    Indexer indexer;

    @Autowired
    IndexBuilding building;

    @Autowired
    GenerationStore generations;

    @Autowired
    ThingStore things;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestClock clock;

    @BeforeEach
    void built() {
        index.now();
        index.now();
    }

    Case about(String words) {
        return cases.aCase(
                AnAppeal.saying(words).title("来电反映").happenedAt("昨晚").by(Identity.of("何其正", "13800008888", "", null)));
    }
}
