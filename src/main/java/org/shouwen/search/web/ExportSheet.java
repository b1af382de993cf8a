package org.shouwen.search.web;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.search.SearchExport;
import org.shouwen.search.SearchHit;
import org.shouwen.search.SearchTable;
import org.shouwen.tables.SheetWriter;
import org.springframework.stereotype.Component;

/**
 * A table as xlsx: above it what was asked, by whom, what for and when it was made; below what was found as typed values, never
 * formulas. Times are those of Asia/Shanghai.
 */
@Component
class ExportSheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS =
            List.of("kind", "number", "title", "snippet", "state", "unit", "class", "place", "channel", "urgent", "at");

    private final SearchLabels labels;
    private final Directory directory;

    ExportSheet(SearchLabels labels, Directory directory) {
        this.labels = labels;
        this.directory = directory;
    }

    /** The head of the table; rows are written to it one after the other. */
    SheetWriter begin(SearchTable fetched, OutputStream to) {
        List<String> heads =
                COLUMNS.stream().map(c -> labels.text("search.column." + c)).toList();
        return new SheetWriter(to, labels.text("search.sheet.found"), about(fetched), heads);
    }

    private List<String> about(SearchTable f) {
        SearchExport e = f.export();
        List<String> about = new ArrayList<>(List.of(
                said("filter", labels.sentence(f.query())),
                said("made", local(f.at()).format(TIME)),
                said("rows", labels.text(f.cut() ? "search.sheet.cut" : "search.sheet.whole", f.rows())),
                said("asker", e.asker()),
                said("purpose", e.purpose())));
        if (!e.decider().isEmpty()) about.add(said("decider", e.decider()));
        about.add(labels.text("search.sheet.note"));
        return about;
    }

    private String said(String what, String value) {
        return labels.text("search.said", labels.text("search.sheet." + what), value);
    }

    List<Object> cells(SearchHit hit) {
        return List.of(
                labels.kind(hit.kind()),
                hit.number(),
                hit.title(),
                hit.snippet(),
                hit.state().isEmpty() ? "" : labels.state(hit.state()),
                String.join("、", hit.units().stream().map(labels::unit).toList()),
                directory
                        .matterClass(hit.matterClass())
                        .map(MatterClass::fullName)
                        .orElse(""),
                directory.place(hit.place()).map(Place::fullName).orElse(""),
                labels.channel(hit.channel()),
                labels.text(hit.urgent() ? "search.yes" : "search.no"),
                local(hit.at()));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Limits.ZONE);
    }
}
