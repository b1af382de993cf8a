package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.identity.Identity;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.EndedMatter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21: scans of letters go after the term of drafts once a clerk was through with them, and with their person before. */
@ShouwenTest
class ForgottenScansTest {
    private static final Edition.RetentionTerms TERMS = new Edition.RetentionTerms(3, 10, 180, 30);

    @Autowired
    Scans scans;

    @Autowired
    ForgottenInbound forgotten;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void empty() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("delete from inbound.scan").update();
    }

    private UUID scanned() {
        return scans.keep("letter.png", "picture".getBytes(StandardCharsets.UTF_8), "我家暖气不热");
    }

    private List<UUID> there() {
        return jdbc.sql("select id from inbound.scan order by id")
                .query(UUID.class)
                .list();
    }

    @Test
    void what_a_clerk_is_through_with_goes_after_its_term_and_what_waits_stays() {
        UUID done = scanned();
        UUID aside = scanned();
        UUID waiting = scanned();
        scans.done(done, "20261123-009901");
        scans.done(aside, null);
        clock.pass(Duration.ofDays(29));
        scans.forget(TERMS, clock.instant());
        assertThat(there()).containsExactly(done, aside, waiting);
        clock.pass(Duration.ofDays(2));
        scans.forget(TERMS, clock.instant());
        assertThat(there()).containsExactly(waiting);
    }

    @Test
    void with_the_person_the_scan_goes_before_its_own_term() {
        UUID mine = scanned();
        UUID others = scanned();
        scans.done(mine, "20261123-009902");
        scans.done(others, "20261123-009903");
        forgotten.forget(new EndedMatter(
                UUID.randomUUID(), "20261123-009902", UUID.randomUUID(), Identity.UNNAMED.scrub(), clock.instant()));
        assertThat(there()).containsExactly(others);
    }
}
