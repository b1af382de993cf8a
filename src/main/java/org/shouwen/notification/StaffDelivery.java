package org.shouwen.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries what units are told to the telephones and mailboxes of those who want it. What nothing carries here is kept with
 * state {@code NO_CARRIER} and is not sent later: it would be old by then.
 */
@Component
class StaffDelivery implements OwnThreadJob {
    private static final int MOST = 100;

    /** Only one node does this at a time, so that it has to outlive no more than a node that died. */
    private static final Duration OURS = Duration.ofMinutes(1);

    private static final int TRIES = 6;

    private final JdbcClient jdbc;
    private final StaffNoticeStore notices;
    private final StaffWays ways;
    private final StaffNoticeWords words;
    private final ShortMessages gateway;
    private final MailGateway mail;
    private final Accounts accounts;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StaffDelivery(
            JdbcClient jdbc,
            StaffNoticeStore notices,
            StaffWays ways,
            StaffNoticeWords words,
            ShortMessages gateway,
            MailGateway mail,
            Accounts accounts,
            Directory directory,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.ways = ways;
        this.words = words;
        this.gateway = gateway;
        this.mail = mail;
        this.accounts = accounts;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "staff-delivery";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        while (Objects.requireNonNull(transaction.execute(_ -> spread())) == MOST) Thread.onSpinWait();
        while (gateway.there() && carry("SMS") == MOST) Thread.onSpinWait();
        while (mail.there() && carry("MAIL") == MOST) Thread.onSpinWait();
    }

    /** Makes of each notice what is to be carried to whom. */
    private int spread() {
        List<StaffNoticeStore.Unspread> fresh = notices.claimUnspread(MOST);
        if (fresh.isEmpty() || !ways.anybody()) return fresh.size();
        List<CurrentUser> people = accounts.all().stream()
                .filter(Account::active)
                .map(Account::signedIn)
                .filter(p -> !p.program() && StaffNotices.told(p))
                .toList();
        List<StaffWays.Wanted> wanted =
                ways.of(people.stream().map(CurrentUser::account).toList());
        for (StaffNoticeStore.Unspread u : fresh)
            for (CurrentUser p : people)
                if (tells(u.notice(), p))
                    wanted.stream()
                            .filter(w -> w.account().equals(p.account()))
                            .filter(w ->
                                    w.ways().groups().contains(u.notice().kind().group()))
                            .forEach(w -> put(u.notice(), w));
        return fresh.size();
    }

    private boolean tells(StaffNotice n, CurrentUser p) {
        if (!Objects.equals(n.unit(), p.unit())) return false;
        if (n.unit() == null) return true;
        UUID officer = p.officer();
        if (n.officer() != null && n.officer().equals(officer)) return true;
        UUID section = officer == null
                ? null
                : directory.officer(officer).map(Officer::section).orElse(null);
        if (n.officer() == null && n.section() != null && n.section().equals(section)) return true;
        return n.kind() != StaffNotice.Kind.ASSIGNED && (p.has(Role.UNIT_DESK) || p.has(Role.UNIT_LEADER));
    }

    private void put(StaffNotice notice, StaffWays.Wanted to) {
        if (!to.ways().mobile().isEmpty()) put(notice, to.account(), "SMS", gateway.there() ? "NEW" : "NO_CARRIER");
        if (!to.ways().mail().isEmpty()) put(notice, to.account(), "MAIL", mail.there() ? "NEW" : "NO_CARRIER");
    }

    private void put(StaffNotice notice, UUID account, String way, String state) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into messages.staff_outbox (id, account, way, text, created, state, next_try)
                        values (:id, :account, :way, :text, :now, :state, :now)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("account", account)
                .param("way", way)
                .param("text", words.carried(notice))
                .param("now", now)
                .param("state", state)
                .update();
    }

    private record Claimed(UUID id, UUID account, String text, int tries) {}

    /** @param way SMS or MAIL */
    private int carry(String way) {
        Instant now = clock.instant();
        List<Claimed> claimed = jdbc.sql("""
                        update messages.staff_outbox set next_try = :later, tries = tries + 1
                        where id = any(array(
                            select id from messages.staff_outbox where state = 'NEW' and way = :way and next_try <= :now
                            order by next_try limit :most for update skip locked))
                        returning id, account, text, tries
                        """)
                .param("later", Timestamp.from(now.plus(OURS)))
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .param("way", way)
                .query((rs, _) -> new Claimed(
                        rs.getObject("id", UUID.class),
                        rs.getObject("account", UUID.class),
                        rs.getString("text"),
                        rs.getInt("tries")))
                .list();
        boolean sms = way.equals("SMS");
        for (Claimed c : claimed) {
            String to = ways.of(List.of(c.account())).stream()
                    .map(w -> sms ? w.ways().mobile() : w.ways().mail())
                    .findFirst()
                    .orElse("");
            if (to.isEmpty()) settle(c.id(), "FAILED", sms ? "NO_NUMBER" : "NO_ADDRESS");
            else if (sms) settle(c, gateway.send(c.id(), to, c.text()));
            else settle(c, mail.send(c.id(), to, words.subject(), c.text()));
        }
        return claimed.size();
    }

    private void settle(Claimed c, Tried tried) {
        if (tried.carried()) settle(c.id(), "SENT", null);
        else if (!tried.again() || c.tries() >= TRIES) settle(c.id(), "FAILED", tried.why());
    }

    private void settle(UUID id, String state, @Nullable String why) {
        jdbc.sql("update messages.staff_outbox set state = :state, failed = :why where id = :id")
                .param("state", state)
                .param("why", why)
                .param("id", id)
                .update();
    }
}
