package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Photos;
import org.shouwen.attachments.Served;
import org.shouwen.portal.LookupCodeThrottle;
import org.shouwen.portal.PastedReceipt;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.problems.TooMany;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Look-up by number and code, and what stands there of an appeal that was found. */
@Controller
class LookupScreens {
    private final OpenAppeals opened;
    private final OwnAppealPage page;
    private final OwnAppeals own;
    private final LookupCodeThrottle guard;
    private final AppealPapers papers;

    LookupScreens(
            OpenAppeals opened, OwnAppealPage page, OwnAppeals own, LookupCodeThrottle guard, AppealPapers papers) {
        this.opened = opened;
        this.page = page;
        this.own = own;
        this.guard = guard;
        this.papers = papers;
    }

    @GetMapping("/lookup")
    String form() {
        return "portal/lookup";
    }

    @PostMapping("/lookup")
    String find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        Optional<Appeal> found;
        PastedReceipt said = PastedReceipt.of(number, code);
        try {
            found = Optional.of(guard.guarded(
                    said.number(),
                    request.getRemoteAddr(),
                    n -> own.find(n, said.code()).orElseThrow(() -> new NotFound("appeal", number))));
        } catch (NotFound e) {
            found = Optional.empty();
        } catch (TooMany e) {
            response.setStatus(429);
            model.addAttribute("wait", e.seconds());
            model.addAttribute("number", Text.clean(number));
            return "portal/lookup";
        }
        if (found.isPresent()) {
            opened.open(session, found.get().number(), found.get().id());
            if (!OwnAppealPage.anyTyped(typed))
                return "redirect:/lookup/" + found.get().number();
            OwnAppealPage.restored(typed, model);
            return page.show(found.get().number(), session, model);
        }
        model.addAttribute("keep", OwnAppealPage.kept(typed));
        response.setStatus(422);
        model.addAttribute("wrong", true);
        model.addAttribute("number", Text.clean(number));
        return "portal/lookup";
    }

    /** On a machine that others use too: nothing that was looked up stays open. */
    @PostMapping("/lookup/closings")
    String close(HttpSession session) {
        opened.close(session);
        return "redirect:/lookup";
    }

    @GetMapping("/lookup/{number}")
    String show(@PathVariable String number, HttpSession session, Model model) {
        return page.show(number, session, model);
    }

    /** Their own photos and papers. */
    @GetMapping("/lookup/{number}/papers/{id}")
    ResponseEntity<byte[]> paper(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            HttpSession session) {
        PaperRef paper = Optional.ofNullable(opened.code(session, number))
                .flatMap(_ -> papers.find(number, id))
                .orElseThrow(() -> new NotFound("paper", id.toString()));
        byte[] bytes = papers.bytes(paper);
        return view != null && Photos.is(paper) ? Served.picture(bytes, Photos.SMALL) : Served.download(paper, bytes);
    }
}
