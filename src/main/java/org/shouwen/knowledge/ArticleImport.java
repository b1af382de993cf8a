package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.tables.Table;
import org.shouwen.tables.TableReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes documents, packed folders of documents and tables as drafts; nothing that is imported is an answer yet. */
@Service
public class ArticleImport {
    private final Articles articles;
    private final ArticleStore store;
    private final TransactionTemplate transaction;

    ArticleImport(Articles articles, ArticleStore store, TransactionTemplate transaction) {
        this.articles = articles;
        this.store = store;
        this.transaction = transaction;
    }

    /** A file as it was sent. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Sent(String name, byte[] bytes) {}

    /**
     * A row or file that was not taken.
     *
     * @param where name of the file, with the row of a table
     * @param key of the message that says why
     */
    public record NotTaken(String where, String key, List<Object> args) {}

    /**
     * A draft whose text stands in an article already.
     *
     * @param there one of those with the same text, the latest
     */
    public record Same(ArticleVersion draft, ArticleVersion there) {}

    /** @param drafts what was taken, in the order of the files */
    public record Run(
            List<ArticleVersion> drafts, List<Same> same, List<NotTaken> notTaken, List<String> unknownHeadings) {}

    /**
     * Each file and each row in a transaction of its own: what is wrong costs itself and is named.
     *
     * @throws BadInput when nothing was sent, or the only file is a table and can not be read as one
     */
    public Run run(List<Sent> files, ArticleKind kind, UnitId unit, CurrentUser by) {
        List<Sent> sent = files.stream().filter(f -> f.bytes.length > 0).toList();
        if (sent.isEmpty()) throw new BadInput("file", "problems.field.missing");
        Taking taking = new Taking(kind, unit, by);
        for (Sent f : sent) {
            if (!DocumentReader.table(f.name, f.bytes)) taking.folder(DocumentReader.read(f.name, f.bytes));
            else if (sent.size() == 1) taking.table(f.name, TableReader.read(f.bytes, ArticleTable.COLUMNS));
            else taking.table(f.name, f.bytes);
        }
        return taking.run;
    }

    /** What comes of the files of one form. */
    private final class Taking {
        private final ArticleKind kind;
        private final UnitId unit;
        private final CurrentUser by;
        private @Nullable Map<String, UUID> there;
        private final Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        Taking(ArticleKind kind, UnitId unit, CurrentUser by) {
            this.kind = kind;
            this.unit = unit;
            this.by = by;
        }

        void folder(DocumentReader.Folder folder) {
            for (DocumentReader.Refused r : folder.refused()) not(r.name(), r.key(), List.of());
            for (DocumentReader.Sheet t : folder.tables()) table(t.name(), t.file());
            for (DocumentReader.Read read : folder.read())
                try {
                    take(content(read, kind, unit));
                } catch (BadInput e) {
                    not(read.name(), e);
                }
        }

        void table(String name, byte[] file) {
            try {
                table(name, TableReader.read(file, ArticleTable.COLUMNS));
            } catch (BadInput e) {
                not(name, e);
            }
        }

        void table(String name, Table table) {
            for (Table.Line line : table.lines()) {
                String where = name + " " + line.line();
                try {
                    take(ArticleTable.content(line, kind, unit));
                } catch (BadInput e) {
                    not(
                            where + " "
                                    + ArticleTable.COLUMNS.name(
                                            e.fields().getFirst().field()),
                            e);
                } catch (Refusal e) {
                    not(where, e.key(), e.args());
                }
            }
            for (String heading : table.unknown())
                if (!run.unknownHeadings.contains(heading)) run.unknownHeadings.add(heading);
        }

        private void take(ArticleContent content) {
            Map<String, UUID> known = there();
            ArticleVersion draft = articles.write(content, by);
            UUID same = known.putIfAbsent(Twins.key(draft.content()), draft.id());
            run.drafts.add(draft);
            if (same != null) store.find(same).ifPresent(v -> run.same.add(new Same(draft, v)));
        }

        /** Versions by what they say; of a large base no more than that is held. */
        private Map<String, UUID> there() {
            Map<String, UUID> known = there;
            if (known != null) return known;
            Map<String, UUID> read = new HashMap<>();
            transaction.executeWithoutResult(_ -> store.inUse(v -> read.put(Twins.key(v.content()), v.id())));
            there = read;
            return read;
        }

        private void not(String where, BadInput e) {
            BadInput.Field first = e.fields().getFirst();
            not(where, first.key(), List.copyOf(first.args()));
        }

        private void not(String where, String key, List<Object> args) {
            run.notTaken.add(new NotTaken(where, key, args));
        }
    }

    /** A document is its own source. */
    private static ArticleContent content(DocumentReader.Read read, ArticleKind kind, UnitId unit) {
        return new ArticleContent(
                kind,
                unit,
                read.title(),
                read.text(),
                new ArticleContent.Source(read.number(), read.title(), "", null),
                ArticleContent.Enterprise.NONE,
                null,
                null,
                false);
    }
}
