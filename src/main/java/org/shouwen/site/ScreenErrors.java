package org.shouwen.site;

import java.util.Locale;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** For screens that did not show a problem themselves: a calm page that says what to do. */
@ControllerAdvice(annotations = Controller.class)
class ScreenErrors {
    private final MessageSource messages;

    ScreenErrors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound() {
        ModelAndView page = new ModelAndView("error/404");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    @ExceptionHandler({BadInput.class, Refusal.class, Stale.class})
    ModelAndView problem(RuntimeException e, Locale locale) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        ModelAndView page = new ModelAndView("site/problem");
        page.addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }
}
