package org.shouwen.channels.boards;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.tables.Moments;

/** A line of 人民网领导留言板, as its export has it. The board's own reply is kept as a note: it is no outcome of ours. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BoardPost(
        @Nullable String id,
        @Nullable String createdAt,
        @Nullable String type,
        @Nullable String title,
        @Nullable String recipient,
        @Nullable String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String domain,
        @Nullable String state,
        @Nullable String user,
        @Nullable String content,
        @Nullable String handledAt,
        @Nullable String handleContent,
        @Nullable String url) {
    /** @throws BadInput naming the field */
    NewAppeal toAppeal(String channel, Instant now) {
        String reference = Text.required("id", id, 100);
        Text.required("content", content, NewAppeal.CONTENT);
        Instant written = written(now);
        String where = (Text.clean(province) + Text.clean(city) + Text.clean(county)).strip();
        return new NewAppeal(
                channel,
                reference,
                kind(Text.clean(type)),
                null,
                null,
                where,
                Text.clean(createdAt),
                title,
                content,
                "",
                false,
                false,
                Identity.of(user, null, null, null),
                written,
                note());
    }

    private Instant written(Instant now) {
        Instant at =
                Moments.time(Text.clean(createdAt)).orElseThrow(() -> new BadInput("createdAt", "problems.field.date"));
        if (at.isAfter(now)) throw new BadInput("createdAt", "appeal.bad.future");
        return at;
    }

    private static String kind(String type) {
        return switch (type) {
            case "咨询" -> "consultation";
            case "投诉/求助", "求助", "投诉" -> "livelihood";
            case "建言", "建议" -> "suggestion";
            default -> throw new BadInput("type", "problems.field.unknown", type);
        };
    }

    private String note() {
        StringBuilder note = new StringBuilder();
        line(note, "留言对象", recipient);
        line(note, "领域", domain);
        line(note, "原平台状态", state);
        line(note, "原平台链接", url);
        line(note, "原平台回复时间", handledAt);
        line(note, "原平台回复", handleContent);
        return note.toString().strip();
    }

    private static void line(StringBuilder note, String name, @Nullable String value) {
        String text = Text.clean(value);
        if (!text.isEmpty()) note.append(name).append("：").append(text).append('\n');
    }
}
