package org.shouwen.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.Parties;
import org.shouwen.directory.Directory;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.identity.Vault;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides on an appeal that waits at the desk, in one transaction with its history, its order and what is told. */
@Component
class Decisions {
    private final AppealStore store;
    private final HeldAppeals held;
    private final AppealRows rows;
    private final AppealWriter writer;
    private final History history;
    private final Vault vault;
    private final AppealNotifications news;
    private final Directory directory;
    private final DispositionHandler dispositions;
    private final DangerAlarms alarms;
    private final Parties parties;

    Decisions(
            AppealStore store,
            HeldAppeals held,
            AppealRows rows,
            AppealWriter writer,
            History history,
            Vault vault,
            AppealNotifications news,
            Directory directory,
            DispositionHandler dispositions,
            DangerAlarms alarms,
            Parties parties) {
        this.parties = parties;
        this.alarms = alarms;
        this.dispositions = dispositions;
        this.store = store;
        this.held = held;
        this.rows = rows;
        this.writer = writer;
        this.history = history;
        this.vault = vault;
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
        Appeal a = store.lock(number).map(held::require).orElseThrow(() -> new NotFound("appeal", number));
        if (expected != null && expected != a.version()) throw new Stale("appeal", expected, a.version());
        AppealContent words = classification == null
                ? a.words()
                : a.words().classified(AppealValidator.classification(classification, edition, directory));
        Disposition before = a.decision() == null ? null : a.decision().outcome();
        Optional<Refused> refused = AcceptanceScope.refuse(
                words, before, a.review() != null && a.review().overturned(), outcome, edition);
        if (refused.isPresent()) return new Result.No<>(refused.get());
        Appeal.Decision decision = new Appeal.Decision(outcome, by.account(), by.name(), now);
        AppealEvent event = writer.decided(a.salt(), words, outcome);
        Chain chain =
                history.append(new Entry(a.subject(), a.chain(), now, by.actor(), rows.name(event), rows.write(event)));
        store.decide(a, words, decision, chain);
        alarms.settled(a, decision, by.actor());
        if (outcome instanceof Disposition.Reminded r) parties.reminds(a.number(), r.number());
        DispositionHandler.Disposed disposed = new DispositionHandler.Disposed(
                a,
                words,
                outcome,
                () -> vault.scrub(a.appellant()),
                typed -> vault.unnamed(a.appellant()).apply(typed), // looked up only where an order opens
                now,
                by.actor(),
                by,
                null);
        dispositions.open(List.of(disposed));
        dispositions.follow(disposed);
        news.told(a, decision);
        return new Result.Done<>(
                // the code went to the appellant when it was taken in
                new Receipt(a.id(), a.number(), "", Appeal.State.DECIDED, chain.seq(), false));
    }
}
