package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.identity.IdentityToStore;
import org.shouwen.identity.Vault;
import org.shouwen.notification.Wish;
import org.shouwen.notification.Wishes;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a group of appeals in one transaction: vault, history, rows, orders, outbox, each in one batch. */
@Component
class AppealWriter {
    private final AppealStore store;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final Vault vault;
    private final History history;
    private final AppealNotifications news;
    private final LookupCode codes;
    private final UnitScope scope;
    private final TransactionTemplate transaction;
    private final DispositionHandler dispositions;
    private final DangerAlarms alarms;
    private final Wishes wishes;
    private final Parties parties;

    AppealWriter(
            AppealStore store,
            AppealRows rows,
            AppealDigest digest,
            Vault vault,
            History history,
            AppealNotifications news,
            LookupCode codes,
            UnitScope scope,
            PlatformTransactionManager transactions,
            DispositionHandler dispositions,
            DangerAlarms alarms,
            Wishes wishes,
            Parties parties) {
        this.wishes = wishes;
        this.parties = parties;
        this.alarms = alarms;
        this.dispositions = dispositions;
        this.store = store;
        this.rows = rows;
        this.digest = digest;
        this.vault = vault;
        this.history = history;
        this.news = news;
        this.codes = codes;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Repeated when a group holds the same request twice: they must be written one after the other */
    List<Receipt> write(List<PreparedAppeal> group) {
        if (group.size() > 1 && EarlierRequest.twins(group)) throw new Repeated();
        // what several people sent at the same moment is written by one of them
        return scope.asPlatform(() -> transaction.execute(_ -> {
            Map<PreparedAppeal, Receipt> receipts = new HashMap<>();
            List<AppealStore.Taken> taken = store.taken(group);
            List<PreparedAppeal> fresh = new ArrayList<>(group.size());
            for (PreparedAppeal s : group) {
                EarlierRequest earlier = EarlierRequest.of(s, taken);
                if (earlier == null) fresh.add(s);
                else
                    receipts.put(
                            s, receipt(earlier.appeal(), earlier.sameRequest() ? code(earlier.appeal()) : "", true));
            }
            for (PreparedAppeal s : insert(fresh)) receipts.put(s, receipt(s.appeal(), code(s.appeal()), false));
            // the chain makes another record of a submission: found again by the appeal's id
            Map<java.util.UUID, Receipt> byId = new HashMap<>();
            receipts.forEach((s, r) -> byId.put(s.appeal().id(), r));
            return group.stream().map(s -> byId.get(s.appeal().id())).toList();
        }));
    }

    private List<PreparedAppeal> insert(List<PreparedAppeal> fresh) {
        if (fresh.isEmpty()) return fresh;
        vault.keep(fresh.stream()
                .map(s -> new IdentityToStore(s.appeal().appellant(), s.identity()))
                .toList());
        Map<java.util.UUID, Wish> wished = new HashMap<>();
        for (PreparedAppeal s : fresh)
            if (s.wish() != null) wished.put(s.appeal().appellant(), s.wish());
        if (!wished.isEmpty()) wishes.keep(wished);
        List<PreparedAppeal> chained = chain(fresh);
        store.insert(chained);
        parties.brought(chained.stream().map(s -> s.appeal().party()).toList());
        alarms.taken(chained);
        List<DispositionHandler.Disposed> decided = chained.stream()
                .filter(p -> p.appeal().decision() != null)
                .map(PreparedAppeal::disposed)
                .toList();
        dispositions.open(decided);
        news.taken(chained); // before what the orders tell: people read it in this order
        decided.forEach(dispositions::follow);
        return chained;
    }

    private List<PreparedAppeal> chain(List<PreparedAppeal> fresh) {
        List<Chain> received = history.appendAll(fresh.stream()
                .map(s -> entry(s, Chain.START, received(s.appeal())))
                .toList());
        List<PreparedAppeal> chained = new ArrayList<>(fresh.size());
        List<Entry> decided = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            PreparedAppeal s = fresh.get(i).chained(received.get(i));
            chained.add(s);
            Appeal.Decision d = s.appeal().decision();
            if (d != null)
                decided.add(entry(
                        s,
                        received.get(i),
                        decided(s.appeal().salt(), s.appeal().words(), d.outcome())));
        }
        List<Chain> after = history.appendAll(decided);
        for (int i = 0, next = 0; i < chained.size(); i++)
            if (chained.get(i).appeal().decision() != null)
                chained.set(i, chained.get(i).chained(after.get(next++)));
        return chained;
    }

    private Entry entry(PreparedAppeal s, Chain after, AppealEvent event) {
        Appeal a = s.appeal();
        return new Entry(a.subject(), after, a.receivedAt(), s.by(), rows.name(event), rows.write(event));
    }

    private AppealEvent received(Appeal a) {
        return new AppealEvent.Received(
                a.number(), a.channel(), digest.reference(a), a.unit(), a.appellant(), digest.of(a.salt(), a.words()));
    }

    AppealEvent decided(String salt, AppealContent words, Disposition outcome) {
        String code = switch (outcome) {
            case Disposition.Answered _ -> null;
            case Disposition.Ordered o -> o.urgentKind();
            case Disposition.Guided g -> g.target();
            case Disposition.Declined d -> d.ground();
            case Disposition.Reminded r -> r.number();
            case Disposition.Joined j -> j.number();
            case Disposition.Settled _ -> null;
            case Disposition.Pointed p -> p.unit();
        };
        return new AppealEvent.Decided(outcome.type(), code, digest.of(salt, words), digest.of(salt, outcome));
    }

    private static Receipt receipt(Appeal a, String code, boolean again) {
        return new Receipt(a.id(), a.number(), code, a.state(), a.version(), again);
    }

    private String code(Appeal a) {
        return a.codeWithheld() ? "" : codes.of(a.id());
    }

    /** Says only: write these one after the other. */
    static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
