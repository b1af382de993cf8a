package org.shouwen.search.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.search.SearchExports;
import org.shouwen.search.SearchHit;
import org.springframework.stereotype.Component;

/**
 * A table as xlsx: what was found as typed values, never formulas, and on a second sheet what was asked, by whom, what for
 * and when it was made. Times are those of Asia/Shanghai.
 */
@Component
class ExportSheet {
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final List<String> COLUMNS =
            List.of("kind", "number", "title", "snippet", "state", "unit", "class", "place", "channel", "urgent", "at");
    private static final int[] WIDTHS = {8, 20, 40, 60, 12, 30, 26, 26, 14, 8, 18};

    private final SearchLabels labels;
    private final Directory directory;

    ExportSheet(SearchLabels labels, Directory directory) {
        this.labels = labels;
        this.directory = directory;
    }

    byte[] of(SearchExports.Fetched fetched) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Shouwen", "1.0")) {
            found(book.newWorksheet(labels.text("search.sheet.found")), fetched.hits());
            about(book.newWorksheet(labels.text("search.sheet.about")), fetched);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void found(Worksheet sheet, List<SearchHit> hits) {
        for (int c = 0; c < COLUMNS.size(); c++) {
            sheet.value(0, c, labels.text("search.column." + COLUMNS.get(c)));
            sheet.style(0, c).bold().set();
            sheet.width(c, WIDTHS[c]);
        }
        sheet.freezePane(0, 1);
        for (int i = 0; i < hits.size(); i++) row(sheet, i + 1, hits.get(i));
        if (!hits.isEmpty())
            sheet.range(1, COLUMNS.size() - 1, hits.size(), COLUMNS.size() - 1)
                    .style()
                    .format(TIME)
                    .set();
    }

    private void row(Worksheet sheet, int row, SearchHit hit) {
        String matterClass = hit.matterClass();
        sheet.value(row, 0, labels.kind(hit.kind()));
        sheet.value(row, 1, hit.number());
        sheet.value(row, 2, hit.title());
        sheet.value(row, 3, hit.snippet());
        sheet.value(row, 4, hit.state().isEmpty() ? "" : labels.state(hit.state()));
        sheet.value(
                row, 5, String.join("、", hit.units().stream().map(labels::unit).toList()));
        sheet.value(
                row,
                6,
                directory.matterClass(matterClass).map(MatterClass::fullName).orElse(""));
        sheet.value(row, 7, directory.place(hit.place()).map(Place::fullName).orElse(""));
        sheet.value(row, 8, labels.channel(hit.channel()));
        sheet.value(row, 9, labels.text(hit.urgent() ? "search.yes" : "search.no"));
        sheet.value(row, 10, local(hit.at()));
    }

    private void about(Worksheet sheet, SearchExports.Fetched f) {
        sheet.width(0, 16);
        sheet.width(1, 90);
        say(sheet, 0, "filter", labels.sentence(f.query()));
        say(sheet, 1, "made", "");
        sheet.value(1, 1, local(f.at()));
        sheet.style(1, 1).format(TIME).set();
        say(sheet, 2, "rows", "");
        sheet.value(2, 1, f.hits().size());
        say(sheet, 3, "cut", labels.text(f.cut() ? "search.yes" : "search.no"));
        say(sheet, 4, "asker", f.export().asker());
        say(sheet, 5, "purpose", f.export().purpose());
        say(sheet, 6, "decider", f.export().decider());
        say(sheet, 7, "note", labels.text("search.sheet.note.say"));
    }

    private void say(Worksheet sheet, int row, String what, String value) {
        sheet.value(row, 0, labels.text("search.sheet." + what));
        sheet.style(row, 0).bold().set();
        if (!value.isEmpty()) sheet.value(row, 1, value);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Limits.ZONE);
    }
}
