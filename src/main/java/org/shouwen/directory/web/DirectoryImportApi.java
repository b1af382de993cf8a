package org.shouwen.directory.web;

import java.util.List;
import java.util.Locale;
import org.shouwen.directory.DirectoryImport;
import org.shouwen.directory.ImportWish;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places, classes of matter, units, officers or duties from a table that is the request's body, as it is: xlsx, xls, CSV or Unicode text. */
@RestController
@RequestMapping("/api/v1/units/imports")
class DirectoryImportApi {
    private final DirectoryImport imports;
    private final MessageSource messages;

    DirectoryImportApi(DirectoryImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** @param field the column; {@code detail} what to do about it, in the language asked for */
    record RefusedRow(int line, String field, String detail) {}

    /**
     * @param unknownHeadings were not read
     * @param kept rows that say something else than a person typed, which stands: before and what the row says
     */
    record Answer(
            boolean dryRun,
            List<String> unknownHeadings,
            List<String> doubled,
            int added,
            int changed,
            int unchanged,
            List<DirectoryImport.RowChange> changes,
            List<DirectoryImport.RowChange> kept,
            List<RefusedRow> refused) {}

    /**
     * Takes the good rows and answers with the others and why. Sending it twice changes nothing the second time.
     *
     * @param what places, classes, units, officers or duties
     * @param dryRun only says what would change, before and after
     * @param overTyped also changes what a person typed; else that stands
     */
    @PostMapping(consumes = {"application/octet-stream", "text/csv", "text/plain", XLSX, "application/vnd.ms-excel"})
    Answer take(
            @RequestParam(defaultValue = "units") String what,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean overTyped,
            @RequestBody byte[] table,
            Actor by,
            Locale locale) {
        DirectoryImport.Report r = imports.take(what, table, new ImportWish(dryRun, overTyped), by);
        return new Answer(
                r.dryRun(),
                r.unknown(),
                r.doubled(),
                r.added(),
                r.changed(),
                r.unchanged(),
                r.changes(),
                r.kept(),
                r.refused().stream().map(row -> refused(row, locale)).toList());
    }

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private RefusedRow refused(DirectoryImport.RefusedRow row, Locale locale) {
        BadInput.Field f = row.problem();
        return new RefusedRow(
                row.line(),
                f.field(),
                String.valueOf(messages.getMessage(f.key(), f.args().toArray(), f.key(), locale)));
    }
}
