package org.shouwen.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same words on the same appeal within some minutes: a page sent again because its answer did not come, or a file was left. */
final class AddedAgain {
    private static final Duration SENT_AGAIN = Duration.ofMinutes(10);

    private AddedAgain() {}

    /** Whether anything was added within those minutes: a file that comes alone may be the one that was left. */
    static boolean lately(JdbcClient jdbc, UUID appeal, Instant now) {
        return within(jdbc, appeal, null, now);
    }

    /** With the appeal locked. */
    static boolean just(JdbcClient jdbc, UUID appeal, String text, Instant now) {
        return within(jdbc, appeal, text, now);
    }

    /** @param text null: whatever was added */
    private static boolean within(JdbcClient jdbc, UUID appeal, @Nullable String text, Instant now) {
        return jdbc.sql("""
                        select exists (select from intake.addition
                            where appeal = :appeal and at > :since and text = coalesce(cast(:text as text), text))
                        """)
                .param("appeal", appeal)
                .param("since", Instants.timestamp(now.minus(SENT_AGAIN)))
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}
