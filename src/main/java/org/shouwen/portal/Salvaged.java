package org.shouwen.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.intake.NewAppeal;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;

/**
 * Words that tell of danger, made an appeal with what there is (Art. 8.3): whatever a field would refuse goes where there
 * is room for it, so that no wrong telephone number keeps a fire from the desk. Pure.
 *
 * @param left names of the fields that could not be taken as they were typed, to be added by the person: {@code phone},
 *     {@code name}, {@code place}, {@code long}
 */
@Basis(Clause.A8_3)
record Salvaged(NewAppeal appeal, List<String> left) {
    private static final int CONTENT = 10_000;
    private static final int NOTE = 20_000;

    /** @param isPlace whether a code is a place of the directory */
    static Salvaged of(UrgentAppeals.Typed t, Edition edition, Predicate<String> isPlace, String ip) {
        List<String> left = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        String content = Text.clean(t.content());
        String wants = Text.clean(t.wants());
        if (content.isEmpty()) content = wants.isEmpty() ? Text.clean(t.title()) : wants;
        String rest = cut(content, CONTENT, Integer.MAX_VALUE);
        if (!rest.isEmpty()) line(note, "原话续", rest);
        String place = Text.clean(t.place());
        if (!place.isEmpty() && !isPlace.test(place)) {
            line(note, "所填区县", place);
            left.add("place");
            place = "";
        }
        NewAppeal appeal = new NewAppeal(
                "web",
                null,
                kind(t.kind(), edition),
                null,
                place,
                fitting("具体位置", t.location(), 300, note),
                fitting("时间", t.happenedAt(), 100, note),
                fitting("标题", t.title(), 100, note),
                cut(content, 0, CONTENT),
                fitting("希望", t.wants(), 1000, note),
                t.enterprise(),
                t.secret(),
                identity(t, ip, left),
                null,
                cut(note.toString().strip(), 0, NOTE),
                fitting("被反映的单位或人员", t.accused(), 100, note));
        if (length(note) > NOTE) left.add("long");
        return new Salvaged(appeal, List.copyOf(left));
    }

    private static String kind(@Nullable String typed, Edition edition) {
        String kind = Text.clean(typed);
        if (edition.kind(kind).isPresent()) return kind;
        return edition.kind("livelihood")
                .or(() -> edition.kinds().stream().findFirst())
                .map(Edition.Named::code)
                .orElseThrow();
    }

    /** What is no number and no name is kept in the vault as it was typed, beside the address, and shown masked like it. */
    private static Identity identity(UrgentAppeals.Typed t, String ip, List<String> left) {
        StringBuilder beside = new StringBuilder(Text.clean(t.address()));
        String name = Text.clean(t.name());
        if (length(name) > 60) {
            line(beside, "姓名", name);
            name = "";
            left.add("name");
        }
        String phone = Text.clean(t.phone());
        try {
            Identity.of("", phone, "", "");
        } catch (BadInput e) {
            line(beside, "所填电话", phone);
            phone = "";
            left.add("phone");
        }
        return Identity.of(name, phone, cut(beside.toString().strip().replace('\n', ' '), 0, 200), ip);
    }

    /** Too long for its field: it stands in the note, whole. */
    private static String fitting(String name, @Nullable String typed, int most, StringBuilder note) {
        String text = Text.clean(typed);
        if (length(text) <= most) return text;
        line(note, name, text);
        return cut(text, 0, most);
    }

    private static void line(StringBuilder to, String name, String text) {
        if (!to.isEmpty()) to.append('\n');
        to.append(name).append('：').append(text);
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** From one code point to another; empty where there are not so many. */
    private static String cut(String text, int from, int to) {
        int length = length(text);
        if (from >= length) return "";
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, Math.min(to, length)));
    }
}
