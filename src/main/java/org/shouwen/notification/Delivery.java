package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What could not be carried to people comes back to a list, to be told otherwise. */
@Service
public class Delivery {
    private final JdbcClient jdbc;
    private final MessageCarriage carriage;
    private final Vault vault;
    private final History history;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Parties parties;
    private final InstantSource clock;

    Delivery(
            JdbcClient jdbc,
            MessageCarriage carriage,
            Vault vault,
            History history,
            JsonMapper json,
            TransactionTemplate transaction,
            Parties parties,
            InstantSource clock) {
        this.parties = parties;
        this.jdbc = jdbc;
        this.carriage = carriage;
        this.vault = vault;
        this.history = history;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param why the last try failed; empty when there is no number to carry it to, {@link #NO_MOBILE} when no short
     *     message reaches the number, {@link #OPTED_OUT} when its owner wants none, {@link #WISH} and a name when they wish to
     *     be told by a person
     */
    public record Undelivered(
            UUID id,
            String number,
            UUID appellant,
            NotificationType moment,
            String text,
            Instant at,
            int tries,
            String why) {
        /** A landline, an extension, a service or short number. */
        public static final String NO_MOBILE = "NO_MOBILE";

        /** They asked for no more messages. */
        public static final String OPTED_OUT = "OPTED_OUT";

        /** They wish to be called, or to be written to on paper; the wish's name follows. */
        public static final String WISH = "WISH_";

        /** Whether another try can do anything. */
        public boolean carriable() {
            return !why.isEmpty() && !why.equals(NO_MOBILE) && !why.equals(OPTED_OUT) && !wished();
        }

        /** Whether a person tells them because they wish it so. */
        public boolean wished() {
            return why.startsWith(WISH);
        }
    }

    /** @return how many were looked at or tried, by all ways */
    int carry() {
        return carriage.carry();
    }

    /** What could not be carried, oldest first, of the appeals that are there for this person. */
    public Page<Undelivered> undelivered(CurrentUser by, @Nullable After after, int limit) {
        String rows = "select o.*, 0 as rank, 0::bigint as turn from messages.outbox o"
                + " where o.state in ('FAILED', 'NO_NUMBER') and " + ConflictOfInterest.appeal("o.number");
        return Keyset.page(
                jdbc,
                rows,
                Map.of("reader", ConflictOfInterest.name(by)),
                after,
                limit,
                (rs, _) -> new Undelivered(
                        rs.getObject("id", UUID.class),
                        rs.getString("number"),
                        rs.getObject("appellant", UUID.class),
                        NotificationType.valueOf(rs.getString("moment")),
                        rs.getString("text"),
                        rs.getTimestamp("created").toInstant(),
                        rs.getInt("tries"),
                        rs.getString("failed") == null ? "" : rs.getString("failed")));
    }

    /** Tries once more from the beginning. */
    public void again(UUID id, CurrentUser by) {
        change(id, by, "TriedAgain", "", """
                update messages.outbox set state = 'NEW', tries = 0, next_try = :now, way = null
                where id = :id and state in ('FAILED', 'NO_NUMBER') and short is not null
                """);
    }

    /** The person was told otherwise: by letter, by telephone, at the counter. */
    public void settled(UUID id, @Nullable String typed, CurrentUser by) {
        String how = Text.required("how", typed, 500);
        change(id, by, "ToldOtherwise", how, """
                update messages.outbox set state = 'SETTLED', settled = :how, settled_at = :now
                where id = :id and state in ('FAILED', 'NO_NUMBER')
                """);
    }

    private void change(UUID id, CurrentUser by, String type, String typed, String sql) {
        transaction.executeWithoutResult(_ -> {
            Instant now = Instants.now(clock);
            SentMessage told = told(id).filter(
                            t -> parties.hidden(List.of(t.number()), by).isEmpty())
                    .orElseThrow(() -> new NotFound("message", id.toString()));
            String how = vault.unnamed(told.appellant()).apply(typed);
            JdbcClient.StatementSpec update = jdbc.sql(sql).param("id", id).param("now", Timestamp.from(now));
            if (sql.contains(":how")) update = update.param("how", by.name() + "：" + how);
            if (update.update() != 1) throw new NotFound("message", id.toString());
            history.append(
                    new Subject("message", id), now, by.actor(), type, json.writeValueAsString(Map.of("how", how)));
        });
    }

    /** Whom a message is for, and about which appeal. */
    private record SentMessage(UUID appellant, String number) {}

    private Optional<SentMessage> told(UUID id) {
        return jdbc.sql("select appellant, number from messages.outbox where id = :id")
                .param("id", id)
                .query((rs, _) -> new SentMessage(rs.getObject("appellant", UUID.class), rs.getString("number")))
                .optional();
    }
}
