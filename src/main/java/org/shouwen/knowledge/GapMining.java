package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Between two and five at night: puts what was asked and not found into groups of one matter each, and makes a task of a
 * group that three have asked for.
 */
@Component
class GapMining implements Job {
    private static final int FROM = 2;
    private static final int TO = 5;
    private static final int MOST = 5_000;

    /** Of one matter, before it becomes somebody's task. */
    static final int ASKED = 3;

    private static final int LOOKED_AT = 200;

    private final UnansweredStore questions;
    private final Unanswered unanswered;
    private final GapStore gaps;
    private final Flaws flaws;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    GapMining(
            UnansweredStore questions,
            Unanswered unanswered,
            GapStore gaps,
            Flaws flaws,
            Directory directory,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.questions = questions;
        this.unanswered = unanswered;
        this.gaps = gaps;
        this.flaws = flaws;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "knowledge-gaps";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        int hour = clock.instant().atZone(Limits.ZONE).getHour();
        if (hour >= FROM && hour < TO) mine();
    }

    /** Bears being done twice: what is grouped stays in its group. */
    void mine() {
        transaction.executeWithoutResult(_ -> {
            unanswered.forgetOld();
            gaps.closeSettled();
            gaps.freeWithdrawn();
            group();
        });
    }

    private void group() {
        List<UnansweredQuestion> fresh = questions.ungrouped(MOST);
        if (fresh.isEmpty()) return;
        QuestionGroups groups = new QuestionGroups();
        List<Gap> known = new ArrayList<>(gaps.open());
        for (Gap gap : known) groups.begin(gap.words());
        Map<UUID, Gap> changed = new LinkedHashMap<>();
        for (UnansweredQuestion q : fresh) {
            int at = groups.find(q.words());
            if (at < 0) {
                at = groups.begin(q.words());
                known.add(new Gap(
                        UuidCreator.getTimeOrderedEpoch(),
                        q.words(),
                        q.matterClass(),
                        null,
                        0,
                        q.at(),
                        q.at(),
                        null,
                        null,
                        null));
            }
            Gap with = with(known.get(at), q);
            known.set(at, with);
            questions.group(q.id(), with.id());
            changed.put(with.id(), with);
        }
        for (Gap gap : changed.values()) gaps.put(task(gap));
    }

    private static Gap with(Gap g, UnansweredQuestion q) {
        return new Gap(
                g.id(),
                g.words(),
                g.matterClass() == null ? q.matterClass() : g.matterClass(),
                g.unit(),
                g.questions() + 1,
                q.at().isBefore(g.firstAt()) ? q.at() : g.firstAt(),
                q.at().isAfter(g.lastAt()) ? q.at() : g.lastAt(),
                g.flaw(),
                g.article(),
                g.closedAt());
    }

    private Gap task(Gap g) {
        List<UnansweredQuestion> asked = questions.of(g.id(), LOOKED_AT);
        @Nullable String matter = most(asked, UnansweredQuestion::matterClass);
        @Nullable UnitId unit = g.flaw() != null ? g.unit() : owner(asked, matter);
        @Nullable UUID flaw = g.flaw();
        if (flaw == null && g.questions() >= ASKED)
            flaw = flaws.gap(unit, g.questions()).id();
        return new Gap(
                g.id(),
                g.words(),
                matter,
                unit,
                g.questions(),
                g.firstAt(),
                g.lastAt(),
                flaw,
                g.article(),
                g.closedAt());
    }

    /** Who answered most of them; else whose duty such a matter is. */
    private @Nullable UnitId owner(List<UnansweredQuestion> asked, @Nullable String matterClass) {
        UnitId answered = most(asked, UnansweredQuestion::unit);
        if (answered != null || matterClass == null) return answered;
        return directory.suggest(matterClass, null).stream()
                .map(s -> s.unit())
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T most(List<UnansweredQuestion> asked, Function<UnansweredQuestion, @Nullable T> of) {
        Map<T, Integer> counts = new HashMap<>();
        @Nullable T best = null;
        for (UnansweredQuestion q : asked) {
            @Nullable T value = of.apply(q);
            if (value == null) continue;
            int n = counts.merge(value, 1, Integer::sum);
            if (best == null || n > Objects.requireNonNull(counts.get(best))) best = value;
        }
        return best;
    }
}
