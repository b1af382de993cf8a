package org.shouwen.intake;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.shouwen.citizens.FreeText.Kind;
import org.shouwen.citizens.Scrub;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Matter;
import org.shouwen.workorder.Shield;

/** What a unit gets to read of an appeal: the officer's words or the appellant's, without what leads to the appellant. */
final class Orders {
    private Orders() {}

    /** The officer who writes for the unit has judged that it needs the number plate. */
    private static final Set<Kind> OFFICERS = EnumSet.of(Kind.PLATE);

    /** Where something is out of order may be where the person lives. */
    private static final Set<Kind> PLACE = EnumSet.of(Kind.ADDRESS);

    static Matter matter(Words w, Outcome.Ordered o, Scrub scrub) {
        String title = o.title() == null ? scrub.of(w.title()) : scrub.of(o.title(), OFFICERS);
        String content = o.content() == null ? scrub.of(w.content()) : scrub.of(o.content(), OFFICERS);
        String wants = w.wants().isEmpty() ? "" : "\n诉求：" + scrub.of(w.wants());
        return new Matter(
                title,
                content + wants,
                w.kind(),
                w.matterClass(),
                w.place(),
                scrub.of(w.location(), PLACE),
                scrub.of(w.happenedAt()),
                o.urgentKind());
    }

    /** What units must not know; the accused unit is the one whose name the words hold. */
    static Shield shield(Words w, Directory directory) {
        UnitId accused = w.accused().isEmpty()
                ? null
                : directory.units().stream()
                        .filter(u -> w.accused().contains(u.name()))
                        .max(Comparator.comparingInt(u -> u.name().length()))
                        .map(Unit::id)
                        .orElse(null);
        return new Shield(w.secret(), accused, w.accused(), null, null);
    }

    /** What goes into the order that an outcome makes; a joined appeal goes in its own words. */
    static Outcome.Ordered ordered(Words words, Outcome outcome) {
        return outcome instanceof Outcome.Ordered o ? o : new Outcome.Ordered(null, null, null);
    }

    static String reminderText(Outcome.Reminded r, Scrub scrub) {
        return r.text() == null || r.text().isBlank() ? "诉求人催办" : scrub.of(r.text());
    }
}
