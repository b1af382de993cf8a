package org.shouwen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.upgrade.WrittenEntries;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** The whole application on a real PostgreSQL and a free port, in a fresh copy of the starter city, on a clock the test sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = Shouwen.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({
    TestClock.Configuration.class,
    VerificationProbe.class,
    ByHand.class,
    AtOneMoment.class,
    Cases.class,
    ArticlesForTests.class,
    TestPasswords.class
})
@TestExecutionListeners(
        listeners = {FreshCity.class, WrittenEntries.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ShouwenTest {}
