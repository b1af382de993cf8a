package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What failed for want of the database leaves no line of its own, however its fault is told. */
class QuietTracesTest {
    private final Throwable lost = new IllegalStateException(new SQLException("gone", "57P01"));
    private final Throwable other = new IllegalStateException("other");

    private final QuietTraces filter = new QuietTraces(() -> Instant.EPOCH);

    @Test
    void a_lost_database_is_known_as_fault_or_among_the_arguments() {
        assertThat(reply(lost)).isEqualTo(FilterReply.DENY);
        assertThat(reply(null, "job", lost)).isEqualTo(FilterReply.DENY);
        assertThat(reply(null, lost, "job")).isEqualTo(FilterReply.DENY);
    }

    @Test
    void every_other_fault_is_told() {
        assertThat(reply(other)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(null, other, "job")).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(null)).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void a_thread_that_dies_unforeseen_is_told_in_the_log_and_for_a_lost_database_in_one_line() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(QuietTraces.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        log.addAppender(told);
        filter.begin();
        try {
            for (Throwable fault : List.of(lost, other, lost)) {
                Thread dies = Thread.ofPlatform().name("pool-5").unstarted(() -> {
                    throw (RuntimeException) fault;
                });
                dies.start();
                dies.join();
            }
        } finally {
            filter.end();
            log.detachAppender(told);
        }
        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        once -> assertThat(once).contains("can't be reached"),
                        trace -> assertThat(trace).contains("pool-5"));
        assertThat(told.list.getLast().getThrowableProxy().getMessage()).isEqualTo("other");
    }

    private FilterReply reply(@Nullable Throwable fault, Object... arguments) {
        Logger logger = (Logger) LoggerFactory.getLogger(QuietTracesTest.class);
        return filter.decide(null, logger, Level.WARN, "{}", arguments, fault);
    }
}
