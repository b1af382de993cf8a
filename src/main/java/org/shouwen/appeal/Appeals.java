package org.shouwen.appeal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.Parties;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.identity.Phone;
import org.shouwen.identity.UnusualDisclosures;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.suggestion.UrgencyJudgement;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for reading appeals. Identity is not here: the vault gives masks for {@link Appeal#appellant()}. */
@Service
@Transactional(readOnly = true)
public class Appeals {
    private static final String WAITING =
            " from intake.appeal a where state = 'WAITING' and " + ConflictOfInterest.appeal("a.number");
    /** Of these the newest appeals are shown that are there for the reader. */
    private static final int PEOPLE = 200;

    private final JdbcClient jdbc;
    private final AppealStore store;
    private final AppealRows rows;
    private final Vault vault;
    private final History history;
    private final WorkOrderBoard board;
    private final UnitScope scope;
    private final Parties parties;

    Appeals(
            JdbcClient jdbc,
            AppealStore store,
            AppealRows rows,
            Vault vault,
            History history,
            WorkOrderBoard board,
            UnitScope scope,
            Parties parties) {
        this.parties = parties;
        this.scope = scope;
        this.jdbc = jdbc;
        this.store = store;
        this.rows = rows;
        this.vault = vault;
        this.history = history;
        this.board = board;
    }

    public Optional<Appeal> find(String number) {
        return store.find(number);
    }

    /** @throws NotFound when there is no such appeal */
    public Appeal get(String number) {
        return find(number).orElseThrow(() -> new NotFound("appeal", number));
    }

    /** Those of these that there are, in no order. */
    public List<Appeal> all(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : store.all(numbers);
    }

    /** Those with these ids that are there for the reader, in no order. */
    public List<Appeal> withIds(Collection<UUID> ids, CurrentUser by) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select a.* from intake.appeal a where a.id = any(:ids) and "
                        + ConflictOfInterest.appeal("a.number"))
                .param("ids", ids.toArray(UUID[]::new))
                .param("reader", ConflictOfInterest.name(by))
                .query(rows::map)
                .list();
    }

    /** Those with these ids, whoever asks; for what follows from an order's own move. */
    List<Appeal> ofIds(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from intake.appeal where id = any(:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rows::map)
                .list();
    }

    /** Danger to life first, then urgent kinds, then the rest: as the queue's index says it. */
    private static final String FIRST =
            "(case when urgent_kind = 'danger' then 0 when urgent_kind is null then 2 else 1 end)";

    private static int rank(Appeal a) {
        String kind = a.words().urgentKind();
        return kind == null ? 2 : kind.equals(UrgencyJudgement.DANGER) ? 0 : 1;
    }

    /** Whether it is there for this person. */
    boolean there(Appeal appeal, CurrentUser by) {
        return parties.hidden(List.of(appeal.number()), by).isEmpty();
    }

    /** What waits at the desk: danger first, then urgent, then oldest first. */
    public Page<Appeal> queue(CurrentUser by, @Nullable After after, int limit) {
        var query = jdbc.sql("select a.*" + WAITING
                        + (after == null ? "" : " and (" + FIRST + ", received_at, id) > (:rank, :at, :after)")
                        + " order by " + FIRST + ", received_at, id limit :limit")
                .param("reader", ConflictOfInterest.name(by))
                .param("limit", limit + 1);
        if (after != null)
            query = query.param("rank", after.rank()).param("at", after.time()).param("after", after.id());
        return Page.of(
                query.query(rows::map).list(), limit, waiting(by), a -> After.at(rank(a), a.receivedAt(), a.id()));
    }

    /** Who of those that are not urgent waits longest. */
    public Optional<Appeal> longestWaiting(CurrentUser by) {
        return jdbc.sql("select a.*" + WAITING + " and urgent_kind is null order by received_at, id limit 1")
                .param("reader", ConflictOfInterest.name(by))
                .query(rows::map)
                .optional();
    }

    /** How many the {@link #queue} has. */
    public long waiting(CurrentUser by) {
        return jdbc.sql("select count(*)" + WAITING)
                .param("reader", ConflictOfInterest.name(by))
                .query(Long.class)
                .single();
    }

    /** All appeals, newest first, and not counted. */
    public Page<Appeal> page(CurrentUser by, Appeal.@Nullable State state, @Nullable After after, int limit) {
        return page(by, state, after == null ? null : after.id(), limit);
    }

    /** {@link #page} after the last number of the page before. */
    public Page<Appeal> page(CurrentUser by, Appeal.@Nullable State state, @Nullable String after, int limit) {
        return page(by, state, after == null ? null : get(after).id(), limit);
    }

    private Page<Appeal> page(CurrentUser by, Appeal.@Nullable State state, @Nullable UUID before, int limit) {
        String where = (state == null ? "" : " and state = '" + state.name() + "'")
                + (before == null ? "" : " and id < :before");
        List<Appeal> found = jdbc.sql("select * from intake.appeal a where " + ConflictOfInterest.appeal("a.number")
                        + where + " order by id desc limit :limit")
                .param("reader", ConflictOfInterest.name(by))
                .param("before", before)
                .param("limit", limit + 1)
                .query(rows::map)
                .list();
        return Page.of(found, limit, null, a -> new After(0, 0, a.id()));
    }

    /** Everything that came from this number, newest first (at most 50). */
    public List<Appeal> ofPhone(Phone phone, CurrentUser by) {
        return ofAppellants(vault.findByPhone(phone, PEOPLE), null, by);
    }

    /** What the same person brought before and after (at most 50); this appeal left out. */
    public List<Appeal> samePersonAs(Appeal appeal, CurrentUser by) {
        return ofAppellants(vault.samePerson(appeal.appellant(), PEOPLE), appeal.id(), by);
    }

    /** An appeal that was declined: what a proposal against nuisance calls rests on (Art. 20). */
    public record DeclinedAppeal(String number, UUID appellant, String ground, Instant at) {}

    /** Declined on one of these grounds since a moment, newest first; at most 5,000. */
    public List<DeclinedAppeal> declinedSince(Instant since, Collection<String> grounds) {
        return jdbc.sql("""
                        select number, appellant, cast(outcome_detail as jsonb) ->> 'ground' as ground, decided_at
                        from intake.appeal
                        where outcome = 'declined' and decided_at >= :since
                          and cast(outcome_detail as jsonb) ->> 'ground' = any(:grounds)
                        order by decided_at desc limit 5000
                        """)
                .param("since", Timestamp.from(since))
                .param("grounds", grounds.toArray(String[]::new))
                .query((rs, _) -> new DeclinedAppeal(
                        rs.getString("number"),
                        rs.getObject("appellant", UUID.class),
                        rs.getString("ground"),
                        rs.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /**
     * What a unit was asked directly (Art. 10), newest first, also what it must not read on: see {@link
     * AppealVisibility#kept}.
     */
    public Page<Appeal> ofUnit(UnitId unit, @Nullable After after, int limit) {
        List<Appeal> found = scope.asPlatform(() -> taken(unit, after == null ? null : after.id(), limit + 1));
        return Page.of(found, limit, null, a -> new After(0, 0, a.id()));
    }

    private List<Appeal> taken(UnitId unit, @Nullable UUID before, int limit) {
        return jdbc.sql("select * from intake.appeal where unit = :unit" + (before == null ? "" : " and id < :before")
                        + " order by id desc limit :limit")
                .param("unit", unit.code())
                .param("before", before)
                .param("limit", limit)
                .query(rows::map)
                .list();
    }

    /** The latest appeals of a class, those of the same place first. */
    public List<Appeal> similar(String matterClass, @Nullable String place, int limit, CurrentUser by) {
        return jdbc.sql("select * from (select * from intake.appeal a where matter_class = :class and "
                        + ConflictOfInterest.appeal("a.number")
                        + " order by id desc limit 200) latest"
                        + " order by (place is not distinct from :place) desc, id desc limit :limit")
                .param("reader", ConflictOfInterest.name(by))
                .param("class", matterClass)
                .param("place", place)
                .param("limit", limit)
                .query(rows::map)
                .list();
    }

    /** What these people's appeals are about and whether anything is open still, by appellant. */
    public Map<UUID, UnusualDisclosures.Matter> mattersOf(Collection<UUID> appellants) {
        List<Appeal> found = ofAppellants(appellants);
        Map<UUID, UUID> goesOnAs = new HashMap<>();
        for (Appeal a : found) goesOnAs(a).ifPresent(of -> goesOnAs.put(a.id(), of));
        Map<UUID, Instant> closed = board.closedOf(goesOnAs.values());
        Map<UUID, UnusualDisclosures.Matter> matters = new HashMap<>();
        for (Appeal a : found) {
            UUID of = goesOnAs.get(a.id());
            Instant decided = a.decision() == null ? null : a.decision().at();
            Instant done = of == null ? decided : closed.get(of);
            matters.put(
                    a.appellant(),
                    new UnusualDisclosures.Matter(a.number(), a.words().place(), done));
        }
        return matters;
    }

    /** The number of each appellant's appeal. */
    Map<UUID, String> numbersOf(Collection<UUID> appellants) {
        Map<UUID, String> numbers = new HashMap<>();
        for (Appeal a : ofAppellants(appellants)) numbers.put(a.appellant(), a.number());
        return numbers;
    }

    /** When the work on it was over; null while it goes on. */
    @Nullable
    Instant doneAt(Appeal a) {
        Review review = a.review();
        if (review != null && review.ruling() == null) return null; // somebody has to ask them, and tell them
        UnusualDisclosures.Matter matter = mattersOf(List.of(a.appellant())).get(a.appellant());
        Instant done = matter == null ? null : matter.doneAt();
        Instant ruled = review == null || review.ruling() == null
                ? null
                : review.ruling().at();
        return done != null && ruled != null && ruled.isAfter(done) ? ruled : done;
    }

    /** The appeal as whose order it goes on: its own, or the one it reminds of. */
    private Optional<UUID> goesOnAs(Appeal a) {
        return switch (a.decision() == null ? null : a.decision().outcome()) {
            case null -> Optional.empty();
            case Disposition.Ordered _, Disposition.Joined _ -> Optional.of(a.id());
            case Disposition.Reminded r -> find(r.number()).map(Appeal::id);
            case Disposition.Answered _,
                    Disposition.Guided _,
                    Disposition.Declined _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> Optional.empty();
        };
    }

    /** What happened to an appeal, first to last; {@code what} is the event's name. */
    public record Happening(Instant at, Actor by, String what) {}

    public List<Happening> way(Appeal appeal) {
        return history.of(appeal.subject()).stream()
                .map(e -> new Happening(e.at(), e.by(), e.type()))
                .toList();
    }

    private List<Appeal> ofAppellants(Collection<UUID> appellants, @Nullable UUID but, CurrentUser by) {
        if (appellants.isEmpty()) return List.of();
        return jdbc.sql("select * from intake.appeal a where appellant = any(:ids) and (cast(:but as uuid) is null or"
                        + " id <> :but) and " + ConflictOfInterest.appeal("a.number") + " order by id desc limit 50")
                .param("ids", appellants.toArray(UUID[]::new))
                .param("but", but)
                .param("reader", ConflictOfInterest.name(by))
                .query(rows::map)
                .list();
    }

    private List<Appeal> ofAppellants(Collection<UUID> appellants) {
        if (appellants.isEmpty()) return List.of();
        return jdbc.sql("select * from intake.appeal where appellant = any(:ids) order by id desc")
                .param("ids", appellants.toArray(UUID[]::new))
                .query(rows::map)
                .list();
    }
}
