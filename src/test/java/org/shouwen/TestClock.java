package org.shouwen;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.shouwen.starter.Past;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that stands until the test moves it. */
public final class TestClock implements InstantSource {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = at("2026-09-30T10:00");
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return Past.then().orElse(now);
    }

    /** Back to where it stood at the start. */
    void reset() {
        now = START;
    }

    public void set(String shanghaiTime) {
        now = at(shanghaiTime);
    }

    public void set(Instant to) {
        now = to;
    }

    public void pass(java.time.Duration time) {
        now = now.plus(time);
    }

    public static Instant at(String shanghaiTime) {
        return LocalDateTime.parse(shanghaiTime).atZone(SHANGHAI).toInstant();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        TestClock testClock() {
            return new TestClock();
        }
    }
}
