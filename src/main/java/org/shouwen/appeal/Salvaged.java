package org.shouwen.appeal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;

/**
 * Words that tell of danger, made an appeal with what there is (Art. 8.3): whatever a field would refuse goes where there
 * is room for it, so that no wrong telephone number keeps a fire from the desk. Pure.
 *
 * @param left names of the fields that could not be taken as they were given: {@code phone}, {@code name}, {@code place},
 *     {@code matterClass}, {@code channel}, {@code writtenAt}, {@code long}
 */
@Basis(Clause.A8_3)
public record Salvaged(NewAppeal appeal, List<String> left) {
    private static final int NOTE = 20_000;

    /** What the directory knows, for codes that were given. */
    public record Known(Predicate<String> place, Predicate<String> matterClass) {}

    /**
     * @param channel code of a channel of the edition, for words that name none
     * @param now a time of writing after it is not taken
     */
    public static Salvaged of(UncheckedAppeal t, String channel, Edition edition, Known known, Instant now) {
        List<String> left = new ArrayList<>();
        StringBuilder note = new StringBuilder(Text.clean(t.note()));
        String content = Text.clean(t.content());
        if (content.isEmpty()) content = Text.clean(t.wants());
        if (content.isEmpty()) content = Text.clean(t.title());
        String rest = cut(content, AppealValidator.CONTENT, Integer.MAX_VALUE);
        if (!rest.isEmpty()) line(note, "原话续", rest);
        String place = code(t.place(), known.place(), "place", "所填区县", note, left);
        String matterClass = code(t.matterClass(), known.matterClass(), "matterClass", "所填事项类别", note, left);
        String through = Text.clean(t.channel());
        if (!through.isEmpty())
            through = code(through, c -> edition.channel(c).isPresent(), "channel", "所填渠道", note, left);
        NewAppeal appeal = new NewAppeal(
                through.isEmpty() ? channel : through,
                fitting("渠道编号", t.channelRef(), 200, note),
                kind(t.kind(), edition),
                matterClass,
                place,
                fitting("具体位置", t.location(), 300, note),
                fitting("时间", t.happenedAt(), 100, note),
                fitting("标题", t.title(), 100, note),
                cut(content, 0, AppealValidator.CONTENT),
                fitting("希望", t.wants(), 1000, note),
                t.enterprise(),
                t.secret(),
                identity(t, left),
                written(t.writtenAt(), now, note, left),
                cut(note.toString().strip(), 0, NOTE),
                fitting("被反映的单位或人员", t.accused(), 100, note),
                null);
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

    private static String code(
            @Nullable String given,
            Predicate<String> known,
            String field,
            String name,
            StringBuilder note,
            List<String> left) {
        String code = Text.clean(given);
        if (code.isEmpty() || known.test(code)) return code;
        line(note, name, code);
        left.add(field);
        return "";
    }

    private static @Nullable Instant written(
            @Nullable String given, Instant now, StringBuilder note, List<String> left) {
        String text = Text.clean(given);
        if (text.isEmpty()) return null;
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (!at.isAfter(now) && !at.isBefore(Intake.EARLIEST)) return at;
        } catch (DateTimeException e) {
            // kept as it was written
        }
        line(note, "所填成文时间", text);
        left.add("writtenAt");
        return null;
    }

    /** What is no number and no name is kept in the vault as it was typed, beside the address, and shown masked like it. */
    private static Identity identity(UncheckedAppeal t, List<String> left) {
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
        String account = Text.clean(t.channelAccount());
        if (length(account) > 128) {
            line(beside, "渠道账号", account);
            account = "";
            left.add("channelAccount");
        }
        return Identity.of(name, phone, cut(beside.toString().strip().replace('\n', ' '), 0, 200), t.ip(), account);
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
