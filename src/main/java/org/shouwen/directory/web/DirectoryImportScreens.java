package org.shouwen.directory.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.shouwen.directory.DirectoryImport;
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

/** Units, officers or duties from a table; the page that comes back is the report. */
@Controller
@RequestMapping("/admin/units/imports")
class DirectoryImportScreens {
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

    @PostMapping
    String importTable(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "units") String what,
            Actor by,
            Model model,
            Locale locale)
            throws IOException {
        byte[] table = file.getBytes();
        forms.refused(model, () -> {
            DirectoryImport.Report report = switch (what) {
                case "officers" -> imports.officers(table, by);
                case "duties" -> imports.duties(table, by);
                default -> imports.units(table, by);
            };
            model.addAttribute("report", report);
            model.addAttribute(
                    "refused",
                    report.refused().stream().map(r -> words(r, locale)).toList());
        });
        return screens.list("", model);
    }

    /** An empty table with the columns' names, which Excel opens as it is. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(@RequestParam(defaultValue = "units") String what) {
        List<String> columns = DirectoryImport.columns(what);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(what + ".csv")
                                .build()
                                .toString())
                .body(("\uFEFF" + String.join(",", columns) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private String words(DirectoryImport.RefusedRow row, Locale locale) {
        BadInput.Field problem = row.problem();
        Object[] where = {row.line(), problem.field()};
        return messages.getMessage("directory.import.row", where, locale)
                + messages.getMessage(problem.key(), problem.args().toArray(), problem.key(), locale);
    }
}
