package org.shouwen.appeal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.PublicAnswerBook;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which appeals may become answers that everybody reads: suggestions that were answered, and what many joined (Art. 2). */
@Component
@Basis(Clause.A2)
public class PublishableAppeals {
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    /** Besides the one that leads: so many brought the same matter. */
    private static final int MANY = 2;

    private final JdbcClient jdbc;
    private final AppealVisibility readable;
    private final WorkOrderBoard board;
    private final PublicAnswerBook book;
    private final UnitScope scope;
    private final InstantSource clock;

    PublishableAppeals(
            JdbcClient jdbc,
            AppealVisibility readable,
            WorkOrderBoard board,
            PublicAnswerBook book,
            UnitScope scope,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.readable = readable;
        this.board = board;
        this.book = book;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What was answered.
     *
     * @param unit who answered; null: the platform
     * @param joined how many others brought the same matter
     */
    public record Answered(
            Appeal appeal, String answer, @Nullable UnitId unit, int joined) {}

    /** The same for a person: a unit proposes what it answered itself, and nothing that is kept from units. */
    public Optional<Answered> answered(Appeal a, CurrentUser by) {
        return answered(a)
                .filter(answered -> by.unit() == null
                        || (by.unit().equals(answered.unit())
                                && readable.kept(List.of(a)).isEmpty()));
    }

    /** Empty while the appeal has no answer that could be published. */
    public Optional<Answered> answered(Appeal a) {
        if (a.decision() == null || a.forgotten()) return Optional.empty();
        if (a.decision().outcome() instanceof Disposition.Answered(String answer))
            return Optional.of(new Answered(a, answer, a.unit(), 0));
        OrderPage order = board.ofAppeal(a.id()).orElse(null);
        if (order == null || !(order.order() instanceof WorkOrder.Closed)) return Optional.empty();
        Report report = order.order().reportOrNull();
        return report == null
                ? Optional.empty()
                : Optional.of(new Answered(a, report.resolution(), lead(order), joined(a.number())));
    }

    private static @Nullable UnitId lead(OrderPage order) {
        var duty = order.order().dutyOrNull();
        return duty == null ? null : duty.lead();
    }

    /** How many, and no word of them: a unit that leads reads none of the others. */
    private int joined(String number) {
        return scope.asPlatform(() -> jdbc.sql("select count(*) from workorder.joined where lead = :number")
                .param("number", number)
                .query(Integer.class)
                .single());
    }

    /** Those that may be among the candidates. Joined orders are looked for by their numbers, which begin with their day. */
    private String[] broughtByMany(Instant since) {
        String first =
                since.minus(LOOKED_BACK).atZone(Limits.ZONE).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
        return scope.asPlatform(() -> jdbc.sql("""
                        select j.lead from workorder.joined j join intake.appeal a on a.number = j.lead
                        where j.number > :first and a.decided_at > :since group by j.lead having count(*) >= :many
                        """)
                .param("first", first)
                .param("since", Timestamp.from(since))
                .param("many", MANY)
                .query(String.class)
                .list()
                .toArray(String[]::new));
    }

    /** Of the last 90 days, not proposed yet, there for this person, the latest first; cut after that, and not counted. */
    public Page<Answered> candidates(CurrentUser by, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        Instant since = clock.instant().minus(LOOKED_BACK);
        params.put("since", Timestamp.from(since));
        params.put("many", broughtByMany(since));
        if (after != null) {
            params.put("at", after.time());
            params.put("after", after.id());
        }
        List<Answered> found = jdbc
                .sql("""
                        select number from intake.appeal where state = 'DECIDED' and forgotten_at is null
                            and decided_at > :since and outcome in ('answered', 'order')
                            and (kind = 'suggestion' or number = any(:many))
                        """
                        + (after == null ? "" : " and (decided_at < :at or (decided_at = :at and id > :after))")
                        + " order by decided_at desc, id")
                .params(params)
                .query(String.class)
                .list()
                .stream()
                .flatMap(number -> there(number, by).stream())
                .filter(a -> book.of(a.id()).isEmpty())
                .flatMap(a -> answered(a, by).stream())
                .limit(limit + 1L)
                .toList();
        return Page.of(
                found,
                limit,
                null,
                a -> After.at(0, decidedAt(a.appeal()), a.appeal().id()));
    }

    private static Instant decidedAt(Appeal a) {
        return Objects.requireNonNull(a.decision()).at();
    }

    private Optional<Appeal> there(String number, CurrentUser by) {
        try {
            return Optional.of(readable.get(number, by));
        } catch (org.shouwen.problems.NotFound e) {
            return Optional.empty();
        }
    }
}
