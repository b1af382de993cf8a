package org.shouwen.channels.boards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.tables.Moments;
import org.shouwen.tables.Table;

/** A row of a board's table as an appeal: who it is goes to the vault, what it says to the desk (Art. 21). */
record BoardRow(Table.Line line, String id, Instant writtenAt, NewAppeal appeal) {
    /** @throws BadInput naming the field; {@code kind} when the source's word has no mapping */
    static BoardRow of(BoardSource source, Table.Line line, Instant now) {
        BadInput.Field problem = line.problem();
        if (problem != null) throw new BadInput(java.util.List.of(problem));
        String id = Text.required("id", line.get("id"), 100);
        String content = Text.required("content", line.get("content"), NewAppeal.CONTENT);
        String kind = source.kind(Text.clean(line.get("kind")));
        if (kind == null) throw new BadInput("kind", "boards.bad.kind", line.get("kind"));
        Instant written = Moments.time(Text.clean(line.get("writtenAt")))
                .orElseThrow(() -> new BadInput("writtenAt", "problems.field.date"));
        if (written.isAfter(now)) throw new BadInput("writtenAt", "appeal.bad.future");
        Identity who = Identity.of(
                line.get("name"),
                line.get("phone"),
                line.get("address"),
                line.get("ip"),
                mark(line.get("idNumber"), line.get("email")));
        NewAppeal appeal = new NewAppeal(
                source.channel(),
                id,
                kind,
                null,
                null,
                line.get("location"),
                "",
                title(line.get("title")),
                content,
                "",
                false,
                false,
                who,
                written,
                "");
        return new BoardRow(line, id, written, appeal);
    }

    private static @Nullable String mark(String idNumber, String email) {
        return idNumber.isEmpty() ? email : idNumber;
    }

    private static String title(String typed) {
        String title = Text.clean(typed);
        return title.codePointCount(0, title.length()) <= 100
                ? title
                : title.substring(0, title.offsetByCodePoints(0, 100));
    }
}
