package org.shouwen.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.search.SearchExport;
import org.shouwen.search.SearchExports;
import org.shouwen.search.SearchParameters;
import org.shouwen.search.SearchTable;
import org.shouwen.tables.SheetWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 检索导出: asking for a table of what a search finds, letting others have theirs, and fetching it. */
@Controller
@RequestMapping("/search/exports")
class ExportScreens {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int PAGE = 50;
    private final SearchExports exports;
    private final ExportSheet sheet;
    private final SearchLabels labels;
    private final Forms forms;

    ExportScreens(SearchExports exports, ExportSheet sheet, SearchLabels labels, Forms forms) {
        this.exports = exports;
        this.sheet = sheet;
        this.labels = labels;
        this.forms = forms;
    }

    /** @param words what is asked for, in words */
    record Line(SearchExport export, String words, boolean fetchable) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String askedAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<SearchExport> own = exports.of(me, After.parse(after), PAGE);
        Page<SearchExport> asked = exports.toDecide(me, After.parse(askedAfter), PAGE);
        model.addAttribute("page", own);
        model.addAttribute("own", lines(own.items(), me));
        model.addAttribute("askedPage", asked);
        model.addAttribute("asked", lines(asked.items(), me));
        return "search/exports";
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        SearchExport[] made = new SearchExport[1];
        if (forms.refused(model, () -> made[0] = exports.ask(me, SearchParameters.read(query), purpose))) {
            model.addAttribute("typedQuery", query);
            model.addAttribute("typedPurpose", purpose);
            return list(null, null, me, model);
        }
        redirect.addFlashAttribute(
                "told",
                made[0].state() == SearchExport.State.ASKED ? "search.export.told" : "search.export.told-granted");
        return "redirect:/search/exports";
    }

    @PostMapping("/{id}/rulings")
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean granted,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> exports.decide(id, granted, me))) return list(null, null, me, model);
        redirect.addFlashAttribute("told", granted ? "search.export.granted" : "search.export.refused");
        return "redirect:/search/exports";
    }

    /** Not by a link: each table is on record, and a browser follows links by itself. Written while its rows are read. */
    @PostMapping("/{id}/files")
    void file(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, HttpServletResponse answer)
            throws IOException {
        SearchTable fetched = exports.fetch(id, me);
        answer.setContentType(XLSX.toString());
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("search.xlsx").build().toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (SheetWriter to = sheet.begin(fetched, answer.getOutputStream())) {
            exports.each(fetched, hit -> to.row(sheet.cells(hit)));
        }
    }

    private List<Line> lines(List<SearchExport> all, CurrentUser me) {
        return all.stream()
                .map(e -> new Line(e, words(e.query()), exports.fetchable(e, me)))
                .toList();
    }

    private String words(String query) {
        try {
            return labels.sentence(SearchParameters.read(query));
        } catch (BadInput gone) {
            return labels.text("search.saved.stale");
        }
    }
}
