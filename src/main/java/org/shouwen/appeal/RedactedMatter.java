package org.shouwen.appeal;

import java.util.EnumSet;
import java.util.Set;
import org.shouwen.identity.PersonalDataDetector.Kind;
import org.shouwen.identity.Redactor;
import org.shouwen.workorder.Matter;

/** What a unit gets to read of an appeal: the officer's words or the appellant's, without what leads to the appellant. */
final class RedactedMatter {
    /** The officer who writes for the unit has judged that it needs the number plate. */
    private static final Set<Kind> OFFICERS = EnumSet.of(Kind.PLATE);

    /** Where something is out of order may be where the person lives. */
    private static final Set<Kind> PLACE = EnumSet.of(Kind.ADDRESS);

    private RedactedMatter() {}

    /** Where units must not know who it is, no place of theirs stays either, and no plate. */
    static Matter of(AppealContent w, Disposition.Ordered o, Redactor scrub, boolean kept) {
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
}
