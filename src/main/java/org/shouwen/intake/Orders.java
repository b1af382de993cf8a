package org.shouwen.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shouwen.citizens.FreeText.Kind;
import org.shouwen.citizens.Scrub;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Blank;
import org.shouwen.workorder.Matter;
import org.shouwen.workorder.Shield;

/** What a unit gets to read of an appeal: the officer's words or the appellant's, without what leads to the appellant. */
final class Orders {
    private Orders() {}

    /** The officer who writes for the unit has judged that it needs the number plate. */
    private static final Set<Kind> OFFICERS = EnumSet.of(Kind.PLATE);

    /** Where something is out of order may be where the person lives. */
    private static final Set<Kind> PLACE = EnumSet.of(Kind.ADDRESS);

    /** Where units must not know who it is, no place of theirs stays either, and no plate. */
    static Matter matter(Words w, Outcome.Ordered o, Scrub scrub, boolean kept) {
        Set<Kind> officers = kept ? EnumSet.noneOf(Kind.class) : OFFICERS;
        Set<Kind> place = kept ? EnumSet.noneOf(Kind.class) : PLACE;
        String title = o.title() == null ? scrub.of(w.title()) : scrub.of(o.title(), officers);
        String content = o.content() == null ? scrub.of(w.content()) : scrub.of(o.content(), officers);
        String wants = w.wants().isEmpty() ? "" : "\n诉求：" + scrub.of(w.wants());
        return new Matter(
                title,
                content + wants,
                w.kind(),
                w.matterClass(),
                w.place(),
                scrub.of(w.location(), place),
                scrub.of(w.happenedAt()),
                o.urgentKind());
    }

    /** What units must not know: the accused units are those whose full names the words hold. */
    static Shield shield(Words w, Directory directory, Scrub scrub, UnaryOperator<String> unnamed) {
        String rest = w.accused();
        List<UnitId> accused = new ArrayList<>();
        if (!rest.isEmpty())
            for (Unit u : directory.units().stream()
                    .sorted(Comparator.comparingInt((Unit u) -> -u.name().length()))
                    .toList())
                if (rest.contains(u.name())) {
                    accused.add(u.id());
                    rest = rest.replace(u.name(), " "); // a shorter name within it is not another unit
                }
        // who is complained about may be introduced like somebody who speaks of themselves
        String who = unnamed.apply(scrub.of(w.accused(), EnumSet.of(Kind.NAME)));
        return new Shield(w.secret(), accused, Blank.of(who), null, null);
    }

    /** What goes into the order that an outcome makes; a joined appeal goes in its own words. */
    static Outcome.Ordered ordered(Words words, Outcome outcome) {
        return outcome instanceof Outcome.Ordered o ? o : new Outcome.Ordered(null, null, null);
    }

    /** @param words of the appeal that reminds: what asks for secrecy or accuses somebody stays with the platform */
    static String reminderText(Outcome.Reminded r, Words words, Scrub scrub) {
        if (words.kept()) return "诉求人催办，补充的内容由平台保管";
        return r.text() == null || r.text().isBlank() ? "诉求人催办" : Blank.of(scrub.of(r.text()));
    }
}
