package org.shouwen.appeal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.jobs.Job;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Unanswered;
import org.shouwen.knowledge.UnansweredQuestion.Source;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands consultations that were answered from nothing that is known to the knowledge base: those answered at the desk each
 * hour, those answered by a unit when the platform accepts the report. What was answered from an article, a published
 * answer or an outage was not asked in vain. The appellant's own name and numbers are taken out here,
 * where it is known whose they are.
 */
@Component
@Basis({Clause.A12_1, Clause.A21})
class UncitedAnswers implements Job {
    private static final Duration LOOKED_BACK = Duration.ofDays(3);
    private static final int MOST = 2_000;
    private static final String CONSULTATION = "consultation";

    /** The kind stands in the words, as the partial index that serves it says it. */
    static final String ANSWERED = """
            select id, number from intake.appeal where state = 'DECIDED' and outcome = 'answered'
                and kind = 'consultation' and forgotten_at is null and decided_at > :since
            order by decided_at desc limit :most
            """;

    private final JdbcClient jdbc;
    private final AppealStore appeals;
    private final AnswersUsed used;
    private final OutageCallers outages;
    private final Unanswered unanswered;
    private final WorkOrderBoard board;
    private final Vault vault;
    private final InstantSource clock;

    UncitedAnswers(
            JdbcClient jdbc,
            AppealStore appeals,
            AnswersUsed used,
            OutageCallers outages,
            Unanswered unanswered,
            WorkOrderBoard board,
            Vault vault,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.appeals = appeals;
        this.used = used;
        this.outages = outages;
        this.unanswered = unanswered;
        this.board = board;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "uncited-answers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    private record Answered(UUID id, String number) {}

    /** Those of the last three days that are not known yet, so that a night without a server loses nothing. */
    @Override
    public void run() {
        Instant since = clock.instant().minus(LOOKED_BACK);
        List<Answered> answered = jdbc.sql(ANSWERED)
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query((rs, _) -> new Answered(rs.getObject("id", UUID.class), rs.getString("number")))
                .list();
        Set<UUID> known = unanswered.known(answered.stream().map(Answered::id).collect(Collectors.toSet()));
        for (Answered a : answered)
            if (!known.contains(a.id()) && !used.known(a.number()) && !ofOutage(a.number())) desk(a.number());
    }

    private void desk(String number) {
        Appeal a = appeals.find(number).orElseThrow();
        if (a.decision() != null && a.decision().outcome() instanceof Disposition.Answered(String answer))
            hand(Source.DESK, a, answer, a.words().matterClass(), a.unit());
    }

    @EventListener
    void on(OrderMoved moved) {
        if (!(moved.event() instanceof Event.Accepted) || !consultation(moved.appeal())) return;
        OrderPage order = board.ofAppeal(moved.appeal()).orElse(null);
        if (order == null || !order.matter().kind().equals(CONSULTATION)) return;
        Report report = order.order().reportOrNull();
        if (report == null || (report.citation() != null && report.citation().article() != null)) return;
        if (ofOutage(moved.number())) return;
        Appeal a = appeals.find(moved.number()).orElseThrow();
        hand(Source.CONSULTATION, a, report.resolution(), order.matter().matterClass(), moved.lead());
    }

    /** Whether it was about an outage, which says all that there is to say. */
    private boolean ofOutage(String number) {
        return !outages.of(number).isEmpty();
    }

    private boolean consultation(UUID appeal) {
        return jdbc.sql("select kind = :kind from intake.appeal where id = :id")
                .param("kind", CONSULTATION)
                .param("id", appeal)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void hand(Source source, Appeal a, String answer, @Nullable String matterClass, @Nullable UnitId unit) {
        Redactor masks = vault.scrub(a.appellant());
        unanswered.answered(
                source,
                a.id(),
                MaskRemover.of(masks.of(Objects.requireNonNull(a.words().content()))),
                MaskRemover.of(masks.of(answer)),
                matterClass,
                unit);
    }
}
