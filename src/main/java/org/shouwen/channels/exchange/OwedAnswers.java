package org.shouwen.channels.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.PublicMatter;
import org.shouwen.appeal.PublicMatters;
import org.shouwen.appeal.PublishableAppeals;
import org.shouwen.callback.AnsweredCallbacks;
import org.shouwen.callback.Callback;
import org.shouwen.channels.exchange.ExchangedMatter.State;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what is owed to partners: the result of what they handed over, its return where the platform guided it elsewhere or
 * declined it, and what the person said when called back (Art. 2, 14).
 */
@Component
@Basis({Clause.A2, Clause.A14})
class OwedAnswers implements Job {
    private static final int AT_ONCE = 500;

    /** What is said where the person was guided elsewhere in no words of its own. */
    private static final String GUIDED = "不属本平台受理范围，已引导诉求人向有权处理的部门反映。";

    /** So long after it was handed over a person may still be called back. */
    private static final Duration CALLED = Duration.ofDays(180);

    private final MatterStore matters;
    private final OutgoingStore outgoing;
    private final PublicMatters published;
    private final Appeals appeals;
    private final PublishableAppeals answers;
    private final AnsweredCallbacks callbacks;
    private final Vault vault;
    private final Partners partners;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OwedAnswers(
            MatterStore matters,
            OutgoingStore outgoing,
            PublicMatters published,
            Appeals appeals,
            PublishableAppeals answers,
            AnsweredCallbacks callbacks,
            Vault vault,
            Partners partners,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.matters = matters;
        this.outgoing = outgoing;
        this.published = published;
        this.appeals = appeals;
        this.answers = answers;
        this.callbacks = callbacks;
        this.vault = vault;
        this.partners = partners;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange-answers";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        Instant now = Instants.now(clock);
        UUID after = new UUID(0, 0);
        for (List<ExchangedMatter> page = matters.owed(after, AT_ONCE); !page.isEmpty(); ) {
            results(page, now);
            page = matters.owed(page.getLast().id(), AT_ONCE);
        }
        after = new UUID(0, 0);
        for (List<ExchangedMatter> page = matters.answeredSince(now.minus(CALLED), after, AT_ONCE); !page.isEmpty(); ) {
            callBacks(page, now);
            page = matters.answeredSince(now.minus(CALLED), page.getLast().id(), AT_ONCE);
        }
    }

    private void results(List<ExchangedMatter> page, Instant now) {
        Map<UUID, PublicMatter> closed =
                published
                        .of(page.stream()
                                .map(m -> Objects.requireNonNull(m.appeal()))
                                .toList())
                        .stream()
                        .filter(PublicMatter::closed)
                        .collect(Collectors.toMap(PublicMatter::appeal, Function.identity()));
        for (ExchangedMatter m : page) {
            PublicMatter p = closed.get(m.appeal());
            // one that came back waits until something has been done anew
            if (p != null && (m.turn() == 0 || p.changedAt().isAfter(m.openSince()))) result(m.id(), p, now);
        }
    }

    private void result(UUID id, PublicMatter p, Instant now) {
        transaction.executeWithoutResult(_ -> {
            ExchangedMatter m =
                    matters.lock(id).filter(x -> x.state() == State.OPEN).orElse(null);
            Appeal a = m == null ? null : appeals.find(p.number()).orElse(null);
            if (m == null || a == null || a.forgotten()) return;
            boolean back = List.of("declined", "guided", "pointed").contains(p.outcome());
            ExchangeEvent event = back ? ExchangeEvent.RETURN : ExchangeEvent.RESULT;
            String outcome = p.outcome().equals("declined") ? "declined" : back ? "guided" : "done";
            answer(m, event, outcome, vault.scrub(a.appellant()).of(words(a)), p.changedAt(), now);
        });
    }

    /** An answer in a dispatcher's words: the result that came back stands. */
    void again(ExchangedMatter m, String words, Instant now) {
        answer(m, ExchangeEvent.RESULT, "done", words, now, now);
    }

    private void answer(ExchangedMatter m, ExchangeEvent event, String outcome, String words, Instant at, Instant now) {
        int turn = m.turn() + 1;
        matters.answered(m.id(), event == ExchangeEvent.RETURN ? State.RETURNED : State.ANSWERED, turn);
        if (takes(m, event))
            outgoing.add(m, event, turn, ExchangeMessage.reply(m, event, turn, at, outcome, words, null), now);
    }

    private String words(Appeal a) {
        var answered = answers.answered(a);
        if (answered.isPresent()) return answered.get().answer();
        Appeal.@Nullable Decision d = a.decision();
        return switch (d == null ? null : d.outcome()) {
            case Disposition.Declined declined -> declined.reason();
            case Disposition.Settled settled -> settled.how();
            case Disposition.Guided guided -> said(guided.words());
            case Disposition.Pointed pointed -> said(pointed.words());
            case Disposition.Answered answer -> answer.answer();
            case Disposition.Ordered _, Disposition.Joined _, Disposition.Reminded _ -> "";
            case null -> "";
        };
    }

    /** A return without a reason would lie among the other side's rejects. */
    private static String said(@Nullable String words) {
        return words == null || words.isBlank() ? GUIDED : words;
    }

    private void callBacks(List<ExchangedMatter> page, Instant now) {
        Map<String, Callback> said =
                callbacks
                        .ofOrders(page.stream()
                                .map(m -> Objects.requireNonNull(m.number()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Callback::orderNumber, Function.identity(), (_, later) -> later));
        for (ExchangedMatter m : page) {
            Callback c = said.get(m.number());
            if (c == null || c.lastAttemptAt() == null || !c.lastAttemptAt().isAfter(m.openSince())) continue;
            if (!takes(m, ExchangeEvent.CALL_BACK)) continue;
            ExchangeMessage reply =
                    ExchangeMessage.reply(m, ExchangeEvent.CALL_BACK, m.turn(), c.lastAttemptAt(), null, c.words(), c);
            transaction.executeWithoutResult(_ -> outgoing.add(m, ExchangeEvent.CALL_BACK, m.turn(), reply, now));
        }
    }

    private boolean takes(ExchangedMatter m, ExchangeEvent event) {
        return partners.find(m.partner())
                .filter(p -> p.takes().contains(event.wire()))
                .isPresent();
    }
}
