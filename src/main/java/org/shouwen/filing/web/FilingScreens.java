package org.shouwen.filing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Served;
import org.shouwen.attachments.Uploads;
import org.shouwen.directory.UnitId;
import org.shouwen.filing.Filed;
import org.shouwen.filing.Register;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The Bureau sees who has filed and who is late; a unit files its own. */
@Controller
@RequestMapping("/filings")
class FilingScreens {
    private final Register register;
    private final Papers papers;
    private final Forms forms;
    private final TransactionTemplate transaction;

    FilingScreens(Register register, Papers papers, Forms forms, TransactionTemplate transaction) {
        this.register = register;
        this.papers = papers;
        this.forms = forms;
        this.transaction = transaction;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser me, Model model) {
        UnitId unit = me.unit();
        model.addAttribute("lines", unit == null ? register.lines() : List.of(register.of(unit)));
        model.addAttribute("files", unit != null);
        model.addAttribute("due", register.dueDate());
        return "filing/list";
    }

    @PostMapping
    String file(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) @Nullable MultipartFile paper,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(
                model,
                () -> transaction.executeWithoutResult(
                        _ -> register.file(title, section, person, kept(paper, me), me)))) {
            model.addAttribute("typed", List.of(title, section, person));
            return list(me, model);
        }
        redirect.addFlashAttribute("told", "filing.told.filed");
        return "redirect:/filings";
    }

    @GetMapping("/{unit}/paper")
    ResponseEntity<byte[]> paper(@PathVariable String unit, @AuthenticationPrincipal CurrentUser me) {
        UnitId id = new UnitId(unit);
        UnitId own = me.unit();
        if (own != null && !own.equals(id)) throw new NotFound("filing", unit);
        Filed filed = register.newestOf(id);
        return Served.download(filed.paper(), register.bytes(filed));
    }

    private @Nullable PaperRef kept(@Nullable MultipartFile file, CurrentUser me) {
        if (file == null || Uploads.none(file)) return null;
        try {
            return papers.keep(
                    "filing/" + me.unitCode(),
                    "paper",
                    "first-inquiry-rules",
                    String.valueOf(file.getOriginalFilename()),
                    file.getBytes(),
                    me.actor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
