package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.notification.Wish;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;

/** Checks what was typed or sent; tells of everything that is wrong at once, not one thing at a time. */
final class AppealValidator {
    /** Characters of a heading made from the content, at least and at most. */
    private static final int SHORTEST_HEADING = 6;

    private static final int HEADING = 24;

    static final int CONTENT = NewAppeal.CONTENT;
    private static final int TITLE = 100;
    private final List<BadInput.Field> wrong = new ArrayList<>();

    private AppealValidator() {}

    static CheckedAppeal check(NewAppeal a, Edition edition, Directory directory, Urgencies urgencies) {
        return check(a, () -> "", edition, directory, urgencies);
    }

    /** @param otherwise the kind where none is given; empty when there is none to take */
    static CheckedAppeal check(
            NewAppeal a, Supplier<String> otherwise, Edition edition, Directory directory, Urgencies urgencies) {
        AppealValidator c = new AppealValidator();
        String content = c.or(() -> Text.required("content", a.content(), CONTENT));
        String title = c.or(() -> Text.optional("title", a.title(), TITLE));
        Classification classification = c.classification(
                or(Text.clean(a.kind()), otherwise),
                a.matterClass(),
                a.place(),
                a.location(),
                a.happenedAt(),
                edition,
                directory);
        String wants = c.or(() -> Text.optional("wants", a.wants(), 1000));
        String note = c.or(() -> Text.optional("note", a.note(), 20_000));
        String channel = Text.clean(a.channel());
        if (edition.channel(channel).isEmpty()) c.unknown("channel", a.channel());
        String ref = c.or(() -> Text.optional("channelRef", a.channelRef(), 200));
        String accused = c.or(() -> Text.optional("accused", a.accused(), 100));
        Wish wish = a.wish();
        if (wish != null && !wish.possible(a.appellant()))
            c.wrong.add(new BadInput.Field("wish", "appeal.bad.wish." + wish.name()));
        c.end();
        Urgency urgency = urgencies.judge(edition, title, content, wants);
        String named = title.isEmpty() ? beginning(content) : title.replace('\n', ' ');
        AppealContent checked = new AppealContent(
                        "",
                        null,
                        null,
                        "",
                        "",
                        named,
                        content,
                        wants,
                        a.enterprise(),
                        a.secret(),
                        urgency.code(),
                        note,
                        accused)
                .classified(classification);
        return new CheckedAppeal(checked, channel, ref, urgency);
    }

    private static String or(String given, Supplier<String> otherwise) {
        return given.isEmpty() ? otherwise.get() : given;
    }

    static Classification classification(Classification given, Edition edition, Directory directory) {
        AppealValidator c = new AppealValidator();
        Classification checked = c.classification(
                given.kind(),
                given.matterClass(),
                given.place(),
                given.location(),
                given.happenedAt(),
                edition,
                directory);
        c.end();
        return checked;
    }

    /** Texts of an outcome: cleaned, and none longer than the field holds. */
    static Disposition outcome(Disposition outcome) {
        return switch (outcome) {
            case Disposition.Answered(String answer) ->
                new Disposition.Answered(Text.optional("answer", answer, CONTENT));
            case Disposition.Ordered(String title, String content, String urgent, String told) ->
                new Disposition.Ordered(
                        empty(Text.optional("orderTitle", title, TITLE)),
                        empty(Text.optional("orderContent", content, CONTENT)),
                        empty(Text.clean(urgent)),
                        empty(Text.clean(told)));
            case Disposition.Guided(String target, String words) ->
                new Disposition.Guided(Text.clean(target), Text.optional("guidedWords", words, 1000));
            case Disposition.Declined(String ground, String reason) ->
                new Disposition.Declined(Text.clean(ground), Text.optional("reason", reason, 1000));
            case Disposition.Reminded(WorkOrderNumber order, String text) ->
                new Disposition.Reminded(order, Text.optional("reminder", text, 1000));
            case Disposition.Joined joined -> joined;
            case Disposition.Settled(String how) -> new Disposition.Settled(Text.optional("how", how, CONTENT));
            case Disposition.Pointed(String unit, String words) ->
                new Disposition.Pointed(Text.clean(unit), Text.optional("pointedWords", words, 1000));
        };
    }

    private Classification classification(
            @Nullable String kind,
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String location,
            @Nullable String happenedAt,
            Edition edition,
            Directory directory) {
        String k = Text.clean(kind);
        if (k.isEmpty()) wrong.add(new BadInput.Field("kind", "problems.field.missing"));
        else if (edition.kind(k).isEmpty()) unknown("kind", k);
        String m = empty(Text.clean(matterClass));
        if (m != null && directory.matterClass(m).isEmpty()) unknown("matterClass", m);
        String p = empty(Text.clean(place));
        if (p != null && directory.place(p).isEmpty()) unknown("place", p);
        String l = or(() -> Text.optional("location", location, 300));
        String h = or(() -> Text.optional("happenedAt", happenedAt, 100));
        return new Classification(k, m, p, l, h);
    }

    private String or(Supplier<String> field) {
        try {
            return field.get();
        } catch (BadInput e) {
            wrong.addAll(e.fields());
            return "";
        }
    }

    private void unknown(String field, @Nullable String given) {
        String shown = given == null ? "" : Text.clean(given);
        wrong.add(new BadInput.Field(
                field, "problems.field.unknown", shown.length() > 40 ? shown.substring(0, 40) + "…" : shown));
    }

    private void end() {
        if (!wrong.isEmpty()) throw new BadInput(wrong);
    }

    /** The first clause, where it says enough; a heading, not half of what stands below it once more. */
    private static String beginning(String content) {
        String line = content.lines().findFirst().orElse("").strip();
        int end = line.length();
        for (char stop : new char[] {'。', '！', '？', '!', '?', '；', '，', ',', '：'}) {
            int at = line.indexOf(stop, SHORTEST_HEADING);
            if (at > 0) end = Math.min(end, at);
        }
        String first = line.substring(0, end);
        return first.codePointCount(0, first.length()) <= HEADING
                ? first
                : first.substring(0, first.offsetByCodePoints(0, HEADING - 1)) + "…";
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
