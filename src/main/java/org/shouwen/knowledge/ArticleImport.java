package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.tables.Table;
import org.shouwen.tables.TableReader;
import org.springframework.stereotype.Service;

/** Takes documents, packed folders of documents and tables as drafts; nothing that is imported is an answer yet. */
@Service
public class ArticleImport {
    private final Articles articles;

    ArticleImport(Articles articles) {
        this.articles = articles;
    }

    /**
     * A row or file that was not taken.
     *
     * @param where row of the table, or name of the file
     * @param key of the message that says why
     */
    public record NotTaken(String where, String key, List<Object> args) {}

    /** @param drafts what was taken, in the order of the file */
    public record Run(List<ArticleVersion> drafts, List<NotTaken> notTaken, List<String> unknownHeadings) {}

    /** Each file and each row in a transaction of its own: what is wrong costs itself and is named. */
    public Run run(String name, byte[] file, ArticleKind kind, UnitId unit, CurrentUser by) {
        DocumentReader.need(file);
        return DocumentReader.workbook(file) || name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? table(file, kind, unit, by)
                : documents(name, file, kind, unit, by);
    }

    private Run table(byte[] file, ArticleKind kind, UnitId unit, CurrentUser by) {
        Table table = TableReader.read(file, ArticleTable.COLUMNS);
        List<ArticleVersion> drafts = new ArrayList<>();
        List<NotTaken> not = new ArrayList<>();
        for (Table.Line line : table.lines())
            try {
                drafts.add(articles.write(ArticleTable.content(line, kind, unit), by));
            } catch (BadInput e) {
                not.add(new NotTaken(
                        line.line() + " "
                                + ArticleTable.COLUMNS.name(
                                        e.fields().getFirst().field()),
                        e.fields().getFirst().key(),
                        List.copyOf(e.fields().getFirst().args())));
            } catch (Refusal e) {
                not.add(new NotTaken(Integer.toString(line.line()), e.key(), e.args()));
            }
        return new Run(drafts, not, table.unknown());
    }

    private Run documents(String name, byte[] file, ArticleKind kind, UnitId unit, CurrentUser by) {
        DocumentReader.Folder folder = DocumentReader.read(name, file);
        List<ArticleVersion> drafts = new ArrayList<>();
        List<NotTaken> not = new ArrayList<>();
        for (DocumentReader.Refused r : folder.refused()) not.add(new NotTaken(r.name(), r.key(), List.of()));
        for (DocumentReader.Read read : folder.read())
            try {
                drafts.add(articles.write(content(read, kind, unit), by));
            } catch (BadInput e) {
                not.add(new NotTaken(
                        read.name(),
                        e.fields().getFirst().key(),
                        List.copyOf(e.fields().getFirst().args())));
            }
        return new Run(drafts, not, List.of());
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
