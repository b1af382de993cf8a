package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an act on an appeal that its session has opened ends: told, refused with what was typed, or the code is asked again. */
@Component
class OwnAct {
    private final OpenAppeals opened;
    private final OwnAppealPage page;
    private final MessageSource messages;

    OwnAct(OpenAppeals opened, OwnAppealPage page, MessageSource messages) {
        this.opened = opened;
        this.page = page;
        this.messages = messages;
    }

    /**
     * Whatever the person does with their own appeal, which this session has opened; what was typed stays if refused.
     *
     * @param what done with number and look-up code
     */
    String done(
            String told,
            String number,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            BiConsumer<WorkOrderNumber, String> what) {
        String code = opened.code(session, number);
        if (code == null) return OwnAppealPage.ask(number, model);
        try {
            what.accept(new WorkOrderNumber(number), code);
            redirect.addFlashAttribute("done", told);
            return "redirect:/lookup/" + number;
        } catch (BadInput | Refusal e) {
            return again(e, number, session, response, model, locale);
        }
    }

    private String again(
            RuntimeException e,
            String number,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return page.show(number, session, model);
    }
}
