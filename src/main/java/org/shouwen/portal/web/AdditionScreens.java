package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.attachments.Uploads;
import org.shouwen.portal.LookupCodeThrottle;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Result;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people add to an appeal of their own; words that tell of danger are taken at once (Art. 8.3). */
@Controller
class AdditionScreens {
    private final OwnAct act;
    private final OpenAppeals opened;
    private final OwnAppeals own;
    private final LookupCodeThrottle guard;
    private final CameAlong came;
    private final UrgentScreens urgent;
    private final FittingPhotos photos;
    private final Urgencies urgencies;

    AdditionScreens(
            OwnAct act,
            OpenAppeals opened,
            OwnAppeals own,
            LookupCodeThrottle guard,
            CameAlong came,
            UrgentScreens urgent,
            FittingPhotos photos,
            Urgencies urgencies) {
        this.act = act;
        this.opened = opened;
        this.own = own;
        this.guard = guard;
        this.came = came;
        this.urgent = urgent;
        this.photos = photos;
        this.urgencies = urgencies;
    }

    @PostMapping("/lookup/{number}/additions")
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            HttpServletRequest request,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Urgency urgency = urgencies.judge(text);
        if (urgency.danger() && !added(number, text, session)) // closed, too long, too often: danger is taken anew
        return urgent.take(urgency, "", Map.of("content", text), photo, request, response, session, model);
        if (urgency.danger()) return redirected(number, photo, OversizedForm.is(request), redirect);
        model.addAttribute("typedText", text);
        return act.done("portal.added", number, session, response, model, redirect, locale, (order, code) -> {
            OversizedForm.refuse(request);
            AppealPapers.Sorted files = AppealPapers.sort(Uploads.of(photo));
            guard.addition(number);
            boolean alone = text.isBlank() && !files.taken().isEmpty();
            (alone ? own.addFile(order, code) : own.add(order, code, text)).orThrow();
            List<String> left = came.keep(number, files, locale);
            if (!left.isEmpty()) redirect.addFlashAttribute("filesLeft", left);
        });
    }

    private boolean added(String number, String text, HttpSession session) {
        String code = opened.code(session, number);
        try {
            return code != null && own.add(new WorkOrderNumber(number), code, text) instanceof Result.Done<?>;
        } catch (BadInput e) {
            return false;
        }
    }

    private String redirected(
            String number, @Nullable List<MultipartFile> photo, boolean tooMuch, RedirectAttributes redirect) {
        if (!photos.attached(number, photo) || tooMuch) redirect.addFlashAttribute("photoLeft", true);
        redirect.addFlashAttribute("done", "portal.added");
        return "redirect:/lookup/" + number;
    }
}
