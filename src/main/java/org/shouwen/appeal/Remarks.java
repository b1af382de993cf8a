package org.shouwen.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for what appellants say after the appeal: every word waits until a named person has read it (ruling 40). */
@Service
@Basis({Clause.A14, Clause.A21})
public class Remarks {
    private final RemarkStore store;
    private final RemarkTexts texts;
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final WorkOrderBoard board;
    private final History history;
    private final UnitScope scope;
    private final InstantSource clock;

    Remarks(
            RemarkStore store,
            RemarkTexts texts,
            Appeals appeals,
            AppealVisibility readable,
            WorkOrderBoard board,
            History history,
            UnitScope scope,
            InstantSource clock) {
        this.store = store;
        this.texts = texts;
        this.appeals = appeals;
        this.readable = readable;
        this.board = board;
        this.history = history;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param words as they came; of a judgement of an outcome that is none any more, empty */
    public record AtDesk(
            UUID id,
            String number,
            String title,
            String kind,
            Instant at,
            String words,
            @Nullable Boolean resolved,
            @Nullable Boolean satisfied,
            @Nullable String readBy,
            @Nullable Instant readAt) {}

    /** Something was said just now; within the caller's transaction. */
    void said(UUID id, UUID appeal, Remark.Kind kind, Instant at) {
        Remark r = new Remark(id, appeal, kind, at, null, null);
        store.insert(r);
        history.append(new Subject(Remark.KIND, id), at, Actor.APPELLANT, "Said", Remark.FORMAT.write(r));
    }

    /** What nobody of the desk has read yet, oldest first. */
    @Transactional(readOnly = true)
    public Page<AtDesk> waiting(CurrentUser by, @Nullable After after, int limit) {
        Page<Remark> page = store.waiting(ConflictOfInterest.name(by), after, limit);
        Map<UUID, AtDesk> shown = atDesk(page.items(), by);
        return page.map(r -> shown.get(r.id()));
    }

    /** What was said to one appeal, oldest first, as the desk reads it. */
    @Transactional(readOnly = true)
    public List<AtDesk> of(Appeal appeal, CurrentUser by) {
        List<Remark> said = store.of(List.of(appeal.id()));
        Map<UUID, AtDesk> shown = atDesk(said, by);
        return said.stream().map(r -> shown.get(r.id())).toList();
    }

    /** Of these appeals, those with something that nobody of the desk has read. */
    @Transactional(readOnly = true)
    public Set<UUID> freshAppeals(Collection<Appeal> some) {
        return store.freshAppeals(some.stream().map(Appeal::id).toList());
    }

    private Map<UUID, AtDesk> atDesk(List<Remark> said, CurrentUser by) {
        Map<UUID, Appeal> of = appeals
                .withIds(said.stream().map(Remark::appeal).distinct().toList(), by)
                .stream()
                .collect(Collectors.toMap(Appeal::id, Function.identity()));
        Map<UUID, String> words = texts.of(said, of);
        Map<UUID, AtDesk> shown = new HashMap<>();
        for (Remark r : said) {
            Appeal a = of.get(r.appeal());
            if (a == null) continue;
            Remark.Reading desk = r.desk();
            Appeal.Rating rating = RemarkTexts.judged(r, a);
            shown.put(
                    r.id(),
                    new AtDesk(
                            r.id(),
                            a.number(),
                            a.words().title(),
                            r.kind().name(),
                            r.at(),
                            words.getOrDefault(r.id(), ""),
                            rating == null ? null : rating.resolved(),
                            rating == null ? null : rating.satisfied(),
                            desk == null ? null : desk.name(),
                            desk == null ? null : desk.at()));
        }
        return shown;
    }

    /**
     * A named person of the desk has read it.
     *
     * @throws NotFound when it is not said to this appeal, or the appeal is not there for the person
     */
    @Transactional
    public void read(String appeal, UUID remark, CurrentUser by) {
        read(remark, List.of(readable.get(appeal, by).id()), by);
    }

    /**
     * A named person who works on the order has read it, for the platform or for the unit.
     *
     * @throws NotFound when the order is not the person's to see, or it was not said by anybody whose matter it is
     */
    @Transactional
    public void readAtOrder(String order, UUID remark, CurrentUser by) {
        OrderPage page = board.page(order, by);
        scope.asPlatform(() -> {
            read(remark, store.people(page.number()), by);
            return page;
        });
    }

    private void read(UUID remark, List<UUID> among, CurrentUser by) {
        Remark before = store.lock(remark)
                .filter(r -> among.contains(r.appeal()))
                .orElseThrow(() -> new NotFound("remark", remark.toString()));
        Instant now = Instants.now(clock);
        Remark after = before.read(by, now);
        if (after.equals(before)) return;
        store.read(after);
        history.append(new Subject(Remark.KIND, remark), now, by.actor(), "Read", Remark.FORMAT.write(after));
    }
}
