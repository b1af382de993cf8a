package org.shouwen.callermeasures;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.identity.PhoneKeys;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.shouwen.keys.Salt;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for measures against nuisance calls; the rules are {@link Ruling}'s. The machine proposes, persons rule (ruling 16). */
@Service
@Transactional
public class Nuisance implements CallerMeasures, Job {
    private static final List<String> INVALID = List.of("vague", "repeated", "abusive", "untrue", "concluded");
    private static final int LONG = 5_000;

    private final RulingStore store;
    private final BusyNumbers busy;
    private final Vault vault;
    private final PhoneKeys keys;
    private final Appeals appeals;
    private final Editions editions;
    private final History history;
    private final Outbox outbox;
    private final Parties parties;
    private final InstantSource clock;

    Nuisance(
            RulingStore store,
            BusyNumbers busy,
            Vault vault,
            PhoneKeys keys,
            Appeals appeals,
            Editions editions,
            History history,
            Outbox outbox,
            Parties parties,
            InstantSource clock) {
        this.parties = parties;
        this.store = store;
        this.busy = busy;
        this.vault = vault;
        this.keys = keys;
        this.appeals = appeals;
        this.editions = editions;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A number whose many declined appeals make it worth a look; only a person proposes. */
    public record Suggestion(UUID appellant, List<String> appeals) {}

    @Transactional(readOnly = true)
    public Page<Ruling> list(CurrentUser by, @Nullable After after, int limit) {
        return store.list(ConflictOfInterest.appeal("e.number"), ConflictOfInterest.name(by), after, limit);
    }

    /** What rests on an appeal about whoever reads is not there for them (Art. 21). */
    private <T> List<T> theirs(List<T> all, Function<T, List<String>> evidence, CurrentUser by) {
        Set<String> gone = parties.hidden(
                all.stream().flatMap(each -> evidence.apply(each).stream()).toList(), by);
        return all.stream()
                .filter(each -> Collections.disjoint(evidence.apply(each), gone))
                .toList();
    }

    /** Numbers with many declined appeals lately, most first; those that are dealt with left out. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(CurrentUser by) {
        Edition.NuisanceRules rules = rules();
        List<Appeals.DeclinedAppeal> declined =
                appeals.declinedSince(clock.instant().minus(Duration.ofDays(rules.withinDays())), INVALID);
        Map<UUID, String> numbers = vault.phoneKeys(
                declined.stream().map(Appeals.DeclinedAppeal::appellant).toList());
        Set<String> taken = busy.keys();
        Map<String, List<Appeals.DeclinedAppeal>> byNumber = new HashMap<>();
        for (Appeals.DeclinedAppeal d : declined) {
            String key = numbers.get(d.appellant());
            if (key != null && !taken.contains(key))
                byNumber.computeIfAbsent(key, _ -> new ArrayList<>()).add(d);
        }
        List<Suggestion> found = byNumber.values().stream()
                .filter(all -> all.size() >= rules.invalid())
                .sorted(Comparator.comparingInt(all -> -all.size()))
                .map(all -> new Suggestion(
                        all.getFirst().appellant(),
                        all.stream().map(Appeals.DeclinedAppeal::number).toList()))
                .toList();
        // cut after what is not theirs is out
        return theirs(found, Suggestion::appeals, by).stream().limit(50).toList();
    }

    /** @param evidence numbers of appeals, all from the same telephone number */
    public Ruling propose(
            List<WorkOrderNumber> evidence,
            Ruling.Ground ground,
            Measure measure,
            int days,
            @Nullable String why,
            CurrentUser by) {
        String reason = Text.optional("reason", why, LONG);
        List<String> numbers =
                evidence.stream().map(WorkOrderNumber::text).distinct().toList();
        refuse(Ruling.refuse(numbers, reason, days, by, rules()));
        for (String gone : parties.hidden(numbers, by))
            throw new BadInput("evidence", "callermeasures.bad.no-such-appeal", gone);
        List<Appeal> found = new ArrayList<>();
        for (String n : numbers)
            found.add(appeals.find(n)
                    .orElseThrow(() -> new BadInput("evidence", "callermeasures.bad.no-such-appeal", n)));
        Map<UUID, String> given =
                vault.phoneKeys(found.stream().map(Appeal::appellant).toList());
        Set<String> different = new HashSet<>(given.values());
        if (given.size() != found.size() || different.size() != 1)
            throw new BadInput("evidence", "callermeasures.bad.one-number");
        String key = different.iterator().next();
        if (busy.locked(key)) refuse(Ruling.no("open-already"));
        Appeal latest =
                found.stream().max(Comparator.comparing(Appeal::receivedAt)).orElseThrow();
        String salt = Salt.fresh();
        Ruling r = new Ruling(
                UuidCreator.getTimeOrderedEpoch(),
                latest.appellant(),
                store.digest(salt, key),
                latest.number(),
                ground,
                measure,
                days,
                numbers,
                vault.unnamed(latest.appellant()).apply(reason),
                hand(by),
                null,
                null,
                Ruling.State.PROPOSED,
                null,
                null,
                List.of(),
                null,
                null,
                "");
        store.insert(r, salt, key);
        return record(r, by.actor(), "Proposed");
    }

    /** One of two agrees; with the second it is in force and the person is told. */
    public Ruling agree(UUID id, CurrentUser by) {
        Ruling r = locked(id, by);
        refuse(r.refuseRuling(by));
        Ruling agreed = r.agreed(hand(by), today(), rules());
        keep(agreed, by.actor(), "Agreed");
        if (agreed.state() == Ruling.State.IN_FORCE)
            tell(agreed, NotificationType.MEASURE_TAKEN, agreed.reason(), String.valueOf(agreed.until()));
        return agreed;
    }

    public Ruling refuse(UUID id, @Nullable String why, CurrentUser by) {
        Ruling r = locked(id, by);
        String reason = about(r, Text.required("reason", why, LONG));
        refuse(r.refuseRuling(by));
        return keep(r.refused(reason), by.actor(), "Refused");
    }

    /** Looked at again, and kept. */
    public Ruling keepInForce(UUID id, @Nullable String why, CurrentUser by) {
        Ruling r = locked(id, by);
        String words = about(r, Text.optional("reason", why, LONG));
        refuse(r.refuseLook(words, by));
        return keep(r.kept(words, hand(by), today(), rules()), by.actor(), "Kept");
    }

    /** Looked at again, and ended before its term. */
    public Ruling lift(UUID id, @Nullable String why, CurrentUser by) {
        Ruling r = locked(id, by);
        String words = about(r, Text.optional("reason", why, LONG));
        refuse(r.refuseLook(words, by));
        return ended(r.ended(words), by.actor());
    }

    public Ruling object(UUID id, @Nullable String typed, CurrentUser by) {
        Ruling r = locked(id, by);
        String words = about(r, Text.optional("reason", typed, LONG));
        refuse(r.refuseObjection(words, by));
        return keep(r.objected(words, hand(by)), by.actor(), "Objected");
    }

    public Ruling ruleObjection(UUID id, boolean lifted, @Nullable String why, CurrentUser by) {
        Ruling r = locked(id, by);
        String words = about(r, Text.optional("reason", why, LONG));
        refuse(r.refuseObjectionRuling(words, by));
        Ruling ruled = r.objectionRuled(lifted, words, hand(by));
        keep(ruled, by.actor(), "ObjectionRuled");
        tell(ruled, lifted ? NotificationType.MEASURE_ENDED : NotificationType.MEASURE_KEPT, words);
        return ruled;
    }

    /** Without the person's own name and number: the history forgets nothing. */
    private String about(Ruling r, String words) {
        return vault.unnamed(r.appellant()).apply(words);
    }

    /** It is to go to the police; nothing is shown yet. */
    public Ruling referToPolice(UUID id, CurrentUser by) {
        Ruling r = locked(id, by);
        refuse(r.refusePolice(by));
        return keep(r.referred(hand(by)), by.actor(), "Referred");
    }

    /** What goes to the police: the ruling, the appeals, and who it is; that look is on record. */
    public record Packet(Ruling ruling, Identity who, List<Appeal> appeals) {}

    /**
     * Four eyes: made by another person than the one who referred.
     *
     * @param from their network address
     */
    public Packet packet(UUID id, CurrentUser by, String from) {
        Ruling r = locked(id, by);
        refuse(r.refusePacket(by));
        Identity who = vault.look(r.appellant(), by, from, "移送公安（" + Clause.A20.citation() + "） " + r.id());
        List<Appeal> evidence = r.evidence().stream().map(appeals::get).toList();
        for (UUID other : evidence.stream().map(Appeal::appellant).distinct().toList()) // their words say who they are
        if (!other.equals(r.appellant())) vault.look(other, by, from, "移送公安（" + Clause.A20.citation() + "） " + r.id());
        return new Packet(r, who, evidence);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Ruled> of(Phone phone, CurrentUser by) {
        return inForce(keys.forms(phone))
                .map(r -> theirs(List.of(r), Ruling::evidence, by).isEmpty() ? ruled(r).withoutReason() : ruled(r));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Ruled> ofAppellant(UUID appellant) {
        return heldAgainst(appellant).map(Nuisance::ruled);
    }

    @Override
    public void object(UUID appellant, String typed) {
        String words = Text.optional("objection", typed, LONG);
        Ruling r = heldAgainst(appellant)
                .map(found -> locked(found.id()))
                .orElseThrow(() -> Ruling.no("not-in-force").orElseThrow().toRefusal());
        refuse(r.refuseObjection(words));
        keep(r.objected(about(r, words), new Ruling.Hand(appellant, "", now())), Actor.APPELLANT, "Objected");
    }

    private Optional<Ruling> heldAgainst(UUID appellant) {
        return Optional.ofNullable(keys.forms(List.of(appellant)).get(appellant))
                .flatMap(this::inForce);
    }

    /** @param phoneKeys of one number, in each of its forms */
    private Optional<Ruling> inForce(Set<String> phoneKeys) {
        LocalDate today = today();
        return store.inForce(phoneKeys, today).filter(r -> r.holds(today));
    }

    private static Ruled ruled(Ruling r) {
        return new Ruled(r.measure(), r.reason(), java.util.Objects.requireNonNull(r.until()), r.objection() != null);
    }

    @Override
    public String name() {
        return "nuisance-terms";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Terms end by themselves, and the person is told; the number is forgotten when the person is. */
    @Override
    public void run() {
        for (UUID id : store.outOfTerm(today())) {
            Ruling r = locked(id);
            if (r.state() == Ruling.State.IN_FORCE) ended(r.ended("期满"), Actor.SYSTEM);
        }
        for (Ruling r : store.forgetNumbers()) record(r, Actor.SYSTEM, "NumberForgotten");
    }

    private Ruling ended(Ruling r, Actor by) {
        keep(r, by, "Ended");
        tell(r, NotificationType.MEASURE_ENDED, r.end());
        return r;
    }

    private Ruling keep(Ruling r, Actor by, String type) {
        store.update(r);
        return record(r, by, type);
    }

    private Ruling record(Ruling r, Actor by, String type) {
        history.append(new Subject(RulingStore.KIND, r.id()), now(), by, type, store.write(r));
        return r;
    }

    private void tell(Ruling r, NotificationType moment, String... args) {
        outbox.put(List.of(new Message(r.appellant(), r.told(), moment, List.of(args), now())));
    }

    private Ruling locked(UUID id, CurrentUser by) {
        Ruling r = locked(id);
        if (theirs(List.of(r), Ruling::evidence, by).isEmpty()) throw new NotFound("nuisance ruling", id.toString());
        return r;
    }

    private Ruling locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new NotFound("nuisance ruling", id.toString()));
    }

    private Ruling.Hand hand(CurrentUser by) {
        return new Ruling.Hand(by.account(), by.name(), now());
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    private Edition.NuisanceRules rules() {
        return editions.current(today()).nuisance();
    }

    private LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
