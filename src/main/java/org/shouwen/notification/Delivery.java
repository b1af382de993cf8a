package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Duration;
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
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Carries messages to telephones; what can't be carried comes back to a list, to be told otherwise. */
@Service
public class Delivery implements OwnThreadJob {
    private static final int MOST = 100;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private final JdbcClient jdbc;
    private final SmsGateway gateway;
    private final Vault vault;
    private final History history;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Parties parties;
    private final InstantSource clock;

    Delivery(
            JdbcClient jdbc,
            SmsGateway gateway,
            Vault vault,
            History history,
            JsonMapper json,
            TransactionTemplate transaction,
            Parties parties,
            InstantSource clock) {
        this.parties = parties;
        this.jdbc = jdbc;
        this.gateway = gateway;
        this.vault = vault;
        this.history = history;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param why the last try failed; empty when there is no number to carry it to, {@link #NO_MOBILE} when no short
     *     message reaches the number
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

        /** Whether another try can do anything. */
        public boolean carriable() {
            return !why.isEmpty() && !why.equals(NO_MOBILE);
        }
    }

    private record Claimed(UUID id, UUID appellant, String text, int tries) {}

    @Override
    public String name() {
        return "message-delivery";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        while (gateway.there() && carry() == MOST) Thread.onSpinWait();
    }

    /** @return how many were tried */
    int carry() {
        if (!gateway.there()) return 0;
        List<Claimed> claimed = claim();
        for (Claimed c : claimed) {
            Optional<Phone> to = vault.numberToTell(c.appellant());
            if (to.isEmpty()) settle(c, "NO_NUMBER", null, "");
            else if (!to.get().takesMessages()) settle(c, "NO_NUMBER", null, Undelivered.NO_MOBILE);
            else tried(c, gateway.send(c.id(), to.get().main(), c.text()));
        }
        return claimed.size();
    }

    /** Ours for two minutes: whoever dies over it leaves it to the next. */
    private List<Claimed> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update messages.outbox set next_try = :later, tries = tries + 1
                        where id = any(array(select id from messages.outbox where state = 'NEW' and next_try <= :now
                            order by next_try limit :most for update skip locked))
                        returning id, appellant, short, tries
                        """)
                .param("later", Timestamp.from(now.plus(Duration.ofMinutes(2))))
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .query((rs, _) -> new Claimed(
                        rs.getObject("id", UUID.class),
                        rs.getObject("appellant", UUID.class),
                        rs.getString("short"),
                        rs.getInt("tries")))
                .list();
    }

    private void tried(Claimed c, SmsGateway.Tried t) {
        boolean last = c.tries() > PAUSES.size();
        if (t.carried()) settle(c, "SENT", null, "");
        else if (!t.again() || last) settle(c, "FAILED", null, t.why());
        else settle(c, "NEW", clock.instant().plus(PAUSES.get(c.tries() - 1)), t.why());
    }

    private void settle(Claimed c, String state, @Nullable Instant next, String why) {
        jdbc.sql("update messages.outbox set state = :state, next_try = :next, failed = :why where id = :id")
                .param("state", state)
                .param("next", Instants.timestamp(next))
                .param("why", why)
                .param("id", c.id())
                .update();
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
                update messages.outbox set state = 'NEW', tries = 0, next_try = :now
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
