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
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.PublicMatter;
import org.shouwen.appeal.PublicMatters;
import org.shouwen.callback.AnsweredCallbacks;
import org.shouwen.callback.Callback;
import org.shouwen.channels.exchange.ExchangedMatter.State;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what is owed to partners: the result of what they handed over, its return where the platform guided it elsewhere or
 * declined it, and what the person said when called back (Art. 2, 14). Only matters that changed are read.
 */
@Component
@Basis({Clause.A2, Clause.A14})
class OwedAnswers implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(OwedAnswers.class);
    private static final int AT_ONCE = 100;

    private final ChangedMatters changed;
    private final MatterStore matters;
    private final OutgoingStore outgoing;
    private final PublicMatters published;
    private final Appeals appeals;
    private final AnswerWords words;
    private final AnsweredCallbacks callbacks;
    private final Vault vault;
    private final Partners partners;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OwedAnswers(
            ChangedMatters changed,
            MatterStore matters,
            OutgoingStore outgoing,
            PublicMatters published,
            Appeals appeals,
            AnswerWords words,
            AnsweredCallbacks callbacks,
            Vault vault,
            Partners partners,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.changed = changed;
        this.matters = matters;
        this.outgoing = outgoing;
        this.published = published;
        this.appeals = appeals;
        this.words = words;
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
        changed.mark();
        Instant now = Instants.now(clock);
        List<UUID> ids = matters.toLook(new UUID(0, 0), AT_ONCE);
        while (!ids.isEmpty()) {
            look(ids, now);
            ids = matters.toLook(ids.getLast(), AT_ONCE);
        }
    }

    /** A matter that can not be answered keeps its mark and holds up no other. */
    private void look(List<UUID> ids, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> answer(matters.look(ids), now));
        } catch (RuntimeException e) {
            if (ids.size() > 1) ids.forEach(id -> look(List.of(id), now));
            else LOG.error("对接事项 {} 未能答复 a matter could not be answered", ids.getFirst(), e);
        }
    }

    private void answer(List<ExchangedMatter> page, Instant now) {
        results(of(page, State.OPEN), now);
        callBacks(of(page, State.ANSWERED), now);
    }

    private static List<ExchangedMatter> of(List<ExchangedMatter> page, State state) {
        return page.stream()
                .filter(m -> m.state() == state && m.appeal() != null)
                .toList();
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
            if (p != null && (m.turn() == 0 || p.changedAt().isAfter(m.openSince()))) result(m, p, now);
        }
    }

    private void result(ExchangedMatter m, PublicMatter p, Instant now) {
        Appeal a = appeals.find(p.number()).orElse(null);
        if (a == null || a.forgotten()) return;
        boolean back = List.of("declined", "guided", "pointed").contains(p.outcome());
        ExchangeEvent event = back ? ExchangeEvent.RETURN : ExchangeEvent.RESULT;
        String outcome = p.outcome().equals("declined") ? "declined" : back ? "guided" : "done";
        answer(m, event, outcome, vault.scrub(a.appellant()).of(words.of(a)), p.changedAt(), now);
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
            outgoing.add(m, ExchangeEvent.CALL_BACK, m.turn(), reply, now);
        }
    }

    private boolean takes(ExchangedMatter m, ExchangeEvent event) {
        return partners.find(m.partner())
                .filter(p -> p.takes().contains(event.wire()))
                .isPresent();
    }
}
