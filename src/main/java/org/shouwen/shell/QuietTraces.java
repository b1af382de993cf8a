package org.shouwen.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While the database is away every job and every request fails for the same reason: the log says so once a minute in a
 * line instead of with a trace for each.
 */
@Component
@ConditionalOnWebApplication
class QuietTraces extends TurboFilter {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(QuietTraces.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private volatile Instant said = Instant.MIN;

    QuietTraces(InstantSource clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext logs)) return;
        start();
        logs.addTurboFilter(this);
        Thread.setDefaultUncaughtExceptionHandler(QuietTraces::ended);
    }

    /** A library's thread that dies of what it did not foresee would write its trace past the log. */
    private static void ended(Thread thread, Throwable fault) {
        LOG.error("Thread {} ended by a fault that nothing caught", thread.getName(), fault);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logs) logs.getTurboFilterList().remove(this);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable fault) {
        // with arguments, the fault comes as one of them
        if (!DatabaseLoss.in(fault) && (arguments == null || !among(arguments))) return FilterReply.NEUTRAL;
        sayAtTimes();
        return FilterReply.DENY;
    }

    private static boolean among(Object[] arguments) {
        for (Object each : arguments) if (each instanceof Throwable t && DatabaseLoss.in(t)) return true;
        return false;
    }

    private synchronized void sayAtTimes() {
        Instant now = clock.instant();
        if (now.isBefore(said.plus(BETWEEN)) && !said.equals(Instant.MIN)) return;
        said = now;
        LOG.error("数据库连接不上：请求暂以 503 答复，作业稍后再做 The database can't be reached: requests are answered 503,"
                + " jobs are done later");
    }
}
