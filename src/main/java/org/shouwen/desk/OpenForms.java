package org.shouwen.desk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has begun to decide on an appeal of the queue: whose form of it was kept within the last half hour and not sent. */
@Component
public class OpenForms {
    private static final Duration RECENT = Duration.ofMinutes(30);
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final InstantSource clock;

    OpenForms(JdbcClient jdbc, Accounts accounts, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @return the latest such colleague's name by the appeal's number; not the reader */
    public Map<String, String> of(Collection<String> numbers, CurrentUser reader) {
        Map<String, String> open = new HashMap<>();
        if (numbers.isEmpty()) return open;
        jdbc.sql("""
                        select distinct on (subject) subject, account from desk.draft
                        where place = 'OPEN' and subject = any(:numbers) and saved > :since and account <> :me
                        order by subject, saved desc
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("since", Timestamp.from(clock.instant().minus(RECENT)))
                .param("me", reader.account())
                .query(rs -> {
                    open.put(
                            rs.getString("subject"),
                            accounts.get(rs.getObject("account", UUID.class)).name());
                });
        return open;
    }
}
