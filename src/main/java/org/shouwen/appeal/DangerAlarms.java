package org.shouwen.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.identity.Redactor;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Nothing;
import org.shouwen.regulation.Result;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.suggestion.UrgencyJudgement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk's alarm list for appeals in danger (Art. 8.3). Raised in the transaction that takes the appeal, whatever door
 * it came through; ended only by a named person: who confirms, who dismisses with a reason, or who makes the urgent order
 * or guides the person to an emergency number (ruling 16).
 */
@Service
@Basis(Clause.A8_3)
public class DangerAlarms {
    private final DangerAlarmStore store;
    private final AppealStore appeals;
    private final AppealDigest digest;
    private final Urgencies urgencies;
    private final Editions editions;
    private final History history;
    private final InstantSource clock;

    DangerAlarms(
            DangerAlarmStore store,
            AppealStore appeals,
            AppealDigest digest,
            Urgencies urgencies,
            Editions editions,
            History history,
            InstantSource clock) {
        this.store = store;
        this.appeals = appeals;
        this.digest = digest;
        this.urgencies = urgencies;
        this.editions = editions;
        this.history = history;
        this.clock = clock;
    }

    /** Of an appeal; empty when nothing told of danger. */
    @Transactional(readOnly = true)
    public Optional<DangerAlarm> find(UUID appeal) {
        return store.find(appeal);
    }

    /** Of these appeals, by appeal. */
    @Transactional(readOnly = true)
    public Map<UUID, DangerAlarm> of(Collection<Appeal> of) {
        return store.all(of.stream().map(Appeal::id).toList()).stream()
                .collect(Collectors.toMap(DangerAlarm::appeal, Function.identity()));
    }

    /** Those that nobody has dealt with, longest waiting first; whoever shows them leaves out what is not there for the reader. */
    @Transactional(readOnly = true)
    public List<DangerAlarm> open() {
        return store.open();
    }

    /** What happened to it, first to last: goes into the appeal's own history. */
    @Transactional(readOnly = true)
    public List<Appeals.Happening> way(Appeal appeal) {
        return store.find(appeal.id())
                .map(a -> history.of(a.subject()).stream()
                        .map(e -> new Appeals.Happening(e.at(), e.by(), e.type()))
                        .toList())
                .orElse(List.of());
    }

    /** It is danger; what was done. */
    @Transactional
    public Result<Nothing> confirm(String number, @Nullable String done, CurrentUser by) {
        return decide(number, DangerAlarm.State.CONFIRMED, done, by);
    }

    /** It is none, for a reason. */
    @Transactional
    public Result<Nothing> dismiss(String number, @Nullable String reason, CurrentUser by) {
        return decide(number, DangerAlarm.State.DISMISSED, reason, by);
    }

    private Result<Nothing> decide(String number, DangerAlarm.State as, @Nullable String typed, CurrentUser by) {
        Appeal a = appeals.find(number).orElseThrow(() -> new NotFound("appeal", number));
        DangerAlarm alarm = store.lock(a.id()).orElseThrow(() -> new NotFound("alarm", number));
        String reason = Text.required("reason", typed, 500);
        if (!alarm.open())
            return Result.no(Clause.A8_3, "appeal.refused.alarm-done", Objects.toString(alarm.officer(), ""));
        put(a, alarm, as, reason, by.account(), by.actor(), now());
        return Result.done();
    }

    /** The appellant says that there is no danger; it stays on the list, for a person decides. */
    void deny(Appeal a) {
        store.lock(a.id()).filter(x -> x.open() && x.deniedAt() == null).ifPresent(x -> {
            Instant at = now();
            store.put(x.denied(at, append(x, new DangerEvent.Denied(), at, Actor.APPELLANT)));
        });
    }

    /** Within the transaction that takes them: those whose words tell of danger. */
    void taken(List<PreparedAppeal> submissions) {
        for (PreparedAppeal s : submissions) {
            Appeal a = s.appeal();
            AppealContent w = a.words();
            if (!UrgencyJudgement.DANGER.equals(w.urgentKind())) continue;
            Urgency u = urgencies.judge(edition(a.receivedAt()), w.title(), w.content(), w.wants());
            raise(a, u.judgement().guidance(), a.receivedAt(), s.by());
            Appeal.Decision d = a.decision();
            if (d != null) settled(a, d, s.by());
        }
    }

    /** Words that came later tell of danger: raised, or raised anew when somebody had dealt with it before. */
    void added(Appeal a, @Nullable String text, Instant at) {
        Urgency u = urgencies.judge(edition(at), text);
        if (u.danger()) raise(a, u.judgement().guidance(), at, Actor.APPELLANT);
    }

    private void raise(Appeal a, String guidance, Instant at, Actor by) {
        DangerAlarm before = store.lock(a.id()).orElse(null);
        if (before != null && before.open()) return;
        UUID id = before == null ? UuidCreator.getTimeOrderedEpoch() : before.id();
        DangerAlarm base = DangerAlarm.raised(id, a.id(), guidance, at, before == null ? Chain.START : before.chain());
        Chain chain = append(base, new DangerEvent.Proposed(guidance), at, by);
        store.put(DangerAlarm.raised(id, a.id(), guidance, at, chain));
    }

    /** An officer has made the urgent order, whose own alarm goes on, or has named the emergency number to the person. */
    void settled(Appeal a, Appeal.Decision d, Actor by) {
        boolean acted = switch (d.outcome()) {
            case Disposition.Ordered o -> o.urgentKind() != null || o.alsoTold() != null;
            case Disposition.Guided g ->
                edition(d.at())
                        .target(g.target())
                        .filter(Edition.Target::danger)
                        .isPresent();
            case Disposition.Answered _,
                    Disposition.Declined _,
                    Disposition.Joined _,
                    Disposition.Reminded _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> false;
        };
        if (acted)
            store.lock(a.id())
                    .filter(DangerAlarm::open)
                    .ifPresent(x -> put(a, x, DangerAlarm.State.CONFIRMED, "", d.account(), by, d.at()));
    }

    /** The appeal's term has run out. */
    void forget(Appeal a, Redactor scrub, Instant at) {
        store.lock(a.id()).ifPresent(x -> {
            String reason = scrub.of(x.reason());
            DangerEvent event = new DangerEvent.Forgotten(digest.said("", "alarm", reason));
            store.put(x.scrubbed(reason, append(x, event, at, Actor.SYSTEM)));
        });
    }

    private void put(
            Appeal a, DangerAlarm x, DangerAlarm.State as, String why, @Nullable UUID account, Actor by, Instant at) {
        String said = digest.said(a.salt(), "alarm", why);
        DangerEvent event =
                as == DangerAlarm.State.CONFIRMED ? new DangerEvent.Confirmed(said) : new DangerEvent.Dismissed(said);
        store.put(x.decided(as, why, account, by.name(), at, append(x, event, at, by)));
    }

    private Chain append(DangerAlarm x, DangerEvent event, Instant at, Actor by) {
        return history.append(new Entry(
                x.subject(), x.chain(), at, by, DangerEvent.FORMAT.name(event), DangerEvent.FORMAT.write(event)));
    }

    private Instant now() {
        return Instants.now(clock);
    }

    private Edition edition(Instant at) {
        return editions.current(at.atZone(Limits.ZONE).toLocalDate());
    }
}
