package org.shouwen.knowledge;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 交给单位: the platform finds the unit whose it is to write what is missing (Art. 4). */
@Service
@Transactional
@Basis(Clause.A4)
public class FlawHandover {
    private final Flaws flaws;
    private final GapStore gaps;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    FlawHandover(
            Flaws flaws, GapStore gaps, Directory directory, ApplicationEventPublisher events, InstantSource clock) {
        this.flaws = flaws;
        this.gaps = gaps;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The limit begins anew for the first unit that has it; one that gets it from another has the same. What is wrong with
     * an article stays with whoever answers for the article.
     *
     * @param typed the unit's code
     */
    public Flaw hand(UUID id, @Nullable String typed, CurrentUser by) {
        if (!ArticleVersion.platform(by)) throw refused();
        Flaw flaw = flaws.open(id);
        if (flaw.article() != null) throw refused();
        UnitId unit = new UnitId(Text.required("unit", typed, 60));
        if (directory.unit(unit).filter(Unit::active).isEmpty())
            throw new BadInput("unit", "problems.field.unknown", unit.code());
        Instant now = Instants.now(clock);
        LocalDate due =
                flaw.unit() == null ? now.atZone(Limits.ZONE).toLocalDate().plusDays(Flaws.DAYS) : flaw.due();
        Flaw handed = flaws.keep(flaw.handedTo(unit, due), by.actor(), "HandedOver", now);
        gaps.handTo(unit, id);
        events.publishEvent(new KnowledgeDue(unit, KnowledgeDue.What.FLAW_REPORTED, due, now));
        return handed;
    }

    private static Refusal refused() {
        return new Refused(Clause.A4, "knowledge.refused.hands").toRefusal();
    }
}
