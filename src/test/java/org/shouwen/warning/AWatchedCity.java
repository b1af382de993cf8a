package org.shouwen.warning;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.retention.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city whose appeals are watched as they come. */
@ShouwenTest
abstract class AWatchedCity {
    private static final AtomicInteger PEOPLE = new AtomicInteger(1000);

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    RiskWatch watch;

    @Autowired
    Warnings warnings;

    @Autowired
    WarningEvidence evidence;

    @Autowired
    Rules rules;

    @Autowired
    TestClock clock;

    @Autowired
    VerificationProbe verification;

    @Autowired
    MatterMemory memory;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    Receipt said(String content, String phone) {
        Receipt taken = intake.submit(
                AnAppeal.saying(content)
                        .matterClass("water-manhole")
                        .place("210603")
                        .by(Identity.of("甲某", phone, "", "")),
                Origin.portal(null),
                Actor.APPELLANT);
        clock.pass(Duration.ofSeconds(20));
        watch.run();
        return taken;
    }

    Receipt somebody(String content) {
        return said(content, "1380011" + PEOPLE.getAndIncrement());
    }

    List<Warning> waiting(CurrentUser by) {
        return warnings.list(Warnings.Tab.WAITING, by, null, 200).items();
    }

    List<Warning> waiting(Signal signal) {
        return waiting(People.BUREAU).stream().filter(w -> w.signal() == signal).toList();
    }
}
