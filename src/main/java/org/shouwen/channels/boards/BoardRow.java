package org.shouwen.channels.boards;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.tables.Moments;
import org.shouwen.tables.Table;

/** A row of a board's table as an appeal: who it is goes to the vault, what it says to the desk (Art. 21). */
record BoardRow(Table.Line line, String id, @Nullable Instant writtenAt, NewAppeal appeal) {
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
        return of(source, line, id, kind, content, line.get("location"), who, written);
    }

    /** Of a row in which something can not be read: what was said, and of the person what is well written. Empty: no words. */
    static Optional<BoardRow> anyhow(BoardSource source, Table.Line line) {
        String content = Text.clean(line.get("content"));
        String id = Text.clean(line.get("id"));
        if (content.isEmpty() || id.isEmpty() || id.length() > 100) return Optional.empty();
        Identity who = Identity.readable(line.get("name"), line.get("phone"), line.get("address"));
        String kind = source.kind(Text.clean(line.get("kind")));
        return Optional.of(of(
                source,
                line,
                id,
                kind == null ? source.otherwise() : kind,
                Text.head(content, NewAppeal.CONTENT),
                Text.head(Text.clean(line.get("location")), 200),
                who,
                null));
    }

    private static BoardRow of(
            BoardSource source,
            Table.Line line,
            String id,
            String kind,
            String content,
            String location,
            Identity who,
            @Nullable Instant written) {
        NewAppeal appeal = new NewAppeal(
                source.channel(),
                id,
                kind,
                null,
                null,
                location,
                "",
                Text.head(Text.clean(line.get("title")), 100),
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
}
