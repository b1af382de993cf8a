package org.shouwen.directory.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.DirectoryImport;
import org.shouwen.directory.ImportWish;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Places, classes of matter, units, officers or duties from a table; the page that comes back is the report. */
@Controller
@RequestMapping("/admin/units/imports")
class DirectoryImportScreens {
    /** Bytes of a file that the page keeps between dry run and import. */
    private static final int KEPT = 300 * 1024;

    /** So many rows that change something are shown. */
    private static final int SHOWN = 200;

    /** @param row which row does what; {@code differences} before and after, where something was there */
    record Change(String row, List<String> differences) {}

    private final DirectoryImport imports;
    private final UnitScreens screens;
    private final MessageSource messages;
    private final Forms forms;

    DirectoryImportScreens(DirectoryImport imports, UnitScreens screens, MessageSource messages, Forms forms) {
        this.imports = imports;
        this.screens = screens;
        this.messages = messages;
        this.forms = forms;
    }

    /**
     * Takes a table, or with {@code dryRun} says what would change; then the page keeps a small file, so that it need not
     * be chosen again.
     */
    @PostMapping
    String importTable(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "units") String what,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean overTyped,
            Actor by,
            Model model,
            Locale locale)
            throws IOException {
        byte[] sent = file == null || file.isEmpty() ? new byte[0] : file.getBytes();
        model.addAttribute("what", what);
        forms.refused(model, () -> {
            byte[] table = sent.length > 0 ? sent : unpacked(kept);
            DirectoryImport.Report report = imports.take(what, table, new ImportWish(dryRun, overTyped), by);
            model.addAttribute("report", report);
            model.addAttribute(
                    "changes",
                    report.changes().stream()
                            .limit(SHOWN)
                            .map(c -> change(what, c, locale))
                            .toList());
            model.addAttribute(
                    "stands",
                    report.kept().stream()
                            .limit(SHOWN)
                            .map(c -> stands(what, c, locale))
                            .toList());
            model.addAttribute("overTyped", overTyped);
            if ((dryRun || !report.kept().isEmpty()) && table.length <= KEPT)
                model.addAttribute("kept", Base64.getEncoder().encodeToString(table));
            model.addAttribute(
                    "refused",
                    report.refused().stream().map(r -> words(what, r, locale)).toList());
        });
        return screens.list("", model);
    }

    /** An empty table with the columns' names and an example, which Excel opens as it is. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(@RequestParam(defaultValue = "units") String what, Locale locale) {
        byte[] table = DirectoryImport.template(what, chinese(locale));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(what + ".csv")
                                .build()
                                .toString())
                .body(table);
    }

    private static byte[] unpacked(String kept) {
        if (kept.isEmpty()) throw new BadInput("file", "problems.field.file");
        try {
            return Base64.getDecoder().decode(kept);
        } catch (IllegalArgumentException e) {
            throw new BadInput("file", "problems.field.unreadable");
        }
    }

    private static boolean chinese(Locale locale) {
        return !locale.getLanguage().equals("en");
    }

    private Change change(String what, DirectoryImport.RowChange row, Locale locale) {
        String does = row.added() ? "directory.import.adds" : "directory.import.changes";
        String line = messages.getMessage("directory.import.line", new Object[] {row.line()}, locale);
        List<String> differences = row.differences().stream()
                .map(d -> DirectoryImport.column(what, d.column(), chinese(locale))
                        + messages.getMessage(
                                "directory.import.difference",
                                new Object[] {some(d.before(), locale), some(d.after(), locale)},
                                locale))
                .toList();
        return new Change(
                line + " " + messages.getMessage(does, null, locale) + " " + row.what(),
                row.added() ? List.of() : differences);
    }

    private Change stands(String what, DirectoryImport.RowChange row, Locale locale) {
        String line = messages.getMessage("directory.import.line", new Object[] {row.line()}, locale);
        return new Change(
                line + " " + row.what(),
                row.differences().stream()
                        .map(d -> DirectoryImport.column(what, d.column(), chinese(locale))
                                + messages.getMessage(
                                        "directory.import.stands.difference",
                                        new Object[] {some(d.before(), locale), some(d.after(), locale)},
                                        locale))
                        .toList());
    }

    private String some(String value, Locale locale) {
        return value.isEmpty() ? messages.getMessage("directory.import.nothing", null, locale) : value;
    }

    private String words(String what, DirectoryImport.RefusedRow row, Locale locale) {
        BadInput.Field problem = row.problem();
        String column =
                problem.field().equals("file") ? "" : DirectoryImport.column(what, problem.field(), chinese(locale));
        return messages.getMessage("directory.import.row", new Object[] {row.line(), column}, locale)
                + messages.getMessage(problem.key(), problem.args().toArray(), problem.key(), locale);
    }
}
