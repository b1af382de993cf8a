package org.shouwen.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.confidentiality.Parties;
import org.shouwen.directory.Directory;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.shouwen.workorder.NewWorkOrder;
import org.shouwen.workorder.WorkOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides on an appeal that waits at the desk, in one transaction with its history, its order and what is told. */
@Component
class Decisions {
    private final AppealStore store;
    private final AppealRows rows;
    private final AppealWriter writer;
    private final History history;
    private final Vault vault;
    private final WorkOrders orders;
    private final AppealNotifications news;
    private final Directory directory;
    private final Reminders reminders;
    private final DangerAlarms alarms;
    private final Parties parties;

    Decisions(
            AppealStore store,
            AppealRows rows,
            AppealWriter writer,
            History history,
            Vault vault,
            WorkOrders orders,
            AppealNotifications news,
            Directory directory,
            Reminders reminders,
            DangerAlarms alarms,
            Parties parties) {
        this.parties = parties;
        this.alarms = alarms;
        this.reminders = reminders;
        this.store = store;
        this.rows = rows;
        this.writer = writer;
        this.history = history;
        this.vault = vault;
        this.orders = orders;
        this.news = news;
        this.directory = directory;
    }

    @Transactional
    Result<Receipt> decide(
            String number,
            Disposition outcome,
            @Nullable Classification classification,
            CurrentUser by,
            @Nullable Long expected,
            Instant now,
            Edition edition) {
        Appeal a = store.lock(number).orElseThrow(() -> new NotFound("appeal", number));
        if (expected != null && expected != a.version()) throw new Stale("appeal", expected, a.version());
        AppealContent words = classification == null
                ? a.words()
                : a.words().classified(AppealValidator.classification(classification, edition, directory));
        Disposition before = a.decision() == null ? null : a.decision().outcome();
        Optional<Refused> refused =
                Scope.refuse(words, before, a.review() != null && a.review().overturned(), outcome, edition);
        if (refused.isPresent()) return new Result.No<>(refused.get());
        Appeal.Decision decision = new Appeal.Decision(outcome, by.account(), by.name(), now);
        AppealEvent event = writer.decided(a.salt(), words, outcome);
        Chain chain =
                history.append(new Entry(a.subject(), a.chain(), now, by.actor(), rows.name(event), rows.write(event)));
        store.decide(a, words, decision, chain);
        alarms.settled(a, decision, by.actor());
        act(a, words, outcome, by, now);
        news.told(a, decision);
        return new Result.Done<>(
                // the code went to the appellant when it was taken in
                new Receipt(a.id(), a.number(), "", Appeal.State.DECIDED, chain.seq(), false));
    }

    private void act(Appeal a, AppealContent words, Disposition outcome, CurrentUser by, Instant now) {
        if (outcome instanceof Disposition.Ordered || outcome instanceof Disposition.Joined) {
            Disposition.Ordered o = Disposition.Ordered.madeBy(outcome);
            Redactor scrub = vault.scrub(a.appellant());
            Confidentiality shield = AccusedUnitFinder.find(words, directory, scrub, vault.unnamed(a.appellant()));
            orders.register(List.of(new NewWorkOrder(
                    UuidCreator.getTimeOrderedEpoch(),
                    a.number(),
                    a.id(),
                    RedactedMatter.of(words, o, scrub, shield.any()),
                    shield,
                    now,
                    by.actor())));
            if (outcome instanceof Disposition.Joined j)
                orders.join(a.number(), j.order(), by).orThrow();
        } else if (outcome instanceof Disposition.Reminded r) {
            parties.reminds(a.number(), r.order());
            reminders.remind(r, a.appellant(), words, vault.scrub(a.appellant()), by);
        }
    }
}
