package org.shouwen.reporting.briefs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.identity.PersonalDataDetector.Found;
import org.shouwen.identity.PersonalDataDetector.Kind;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/** What somebody typed into a brief, checked. Names stay: a brief names leaders and units' people. */
final class BriefInput {
    private static final int TITLE = 100;
    private static final int LONGEST = 5000;
    private static final int LINE = 500;
    private static final int PROMISES = 30;
    private static final Set<Kind> NUMBERS =
            EnumSet.of(Kind.EMAIL, Kind.ID_NUMBER, Kind.BANK_CARD, Kind.PHONE, Kind.PLATE, Kind.ACCOUNT, Kind.ADDRESS);

    private BriefInput() {}

    /** @throws BadInput naming the field and what in it leads to a person */
    static BriefText checked(BriefText typed, BriefData data) {
        List<String> rises = typed.rises();
        if (rises.size() != data.risings().size()) throw new BadInput("rises", "problems.field.missing");
        if (typed.next().size() > PROMISES) throw new BadInput("next", "reporting.bad.brief-promises", PROMISES);
        return new BriefText(
                impersonal("title", Text.required("title", typed.title(), TITLE)),
                text("overview", typed.overview(), LONGEST),
                text("quality", typed.quality(), LONGEST),
                rises.stream().map(r -> text("rises", r, LONGEST)).toList(),
                typed.promised().stream().map(BriefInput::promise).toList(),
                typed.next().stream()
                        .filter(p -> !Text.clean(p.what()).isEmpty())
                        .map(BriefInput::promise)
                        .toList(),
                typed.dropped().stream().filter(d -> d.matches("\\d\\.\\d")).toList());
    }

    private static BriefText.Promise promise(BriefText.Promise p) {
        return new BriefText.Promise(
                text("next", p.what(), LINE),
                text("next", p.unit(), LINE),
                text("next", p.by(), LINE),
                Text.optional("next", p.order(), LINE),
                text("promised", p.came(), LINE));
    }

    private static String text(String field, String typed, int most) {
        return impersonal(field, Text.optional(field, typed, most));
    }

    private static String impersonal(String field, String text) {
        for (Found f : PersonalDataDetector.find(text, Identity.UNNAMED))
            if (NUMBERS.contains(f.kind()))
                throw new BadInput(field, "reporting.bad.brief-personal", text.substring(f.start(), f.end()));
        return text;
    }
}
