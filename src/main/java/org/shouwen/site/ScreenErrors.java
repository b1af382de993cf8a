package org.shouwen.site;

import java.util.Locale;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** For screens that did not show a problem themselves: a calm page that says what to do. */
@Order(Ordered.HIGHEST_PRECEDENCE)
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

    /** A field that can't even be read, such as letters where a number belongs. */
    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException e, Locale locale) {
        return problem(new BadInput(e.getName(), "problems.field.unreadable"), locale);
    }

    @ExceptionHandler
    ModelAndView missing(MissingServletRequestParameterException e, Locale locale) {
        return problem(new BadInput(e.getParameterName(), "problems.field.missing"), locale);
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ModelAndView noFile(Exception e, Locale locale) {
        return problem(new BadInput("file", "problems.field.file"), locale);
    }

    @ExceptionHandler
    ModelAndView unbound(BindException e, Locale locale) {
        return problem(
                new BadInput(e.getFieldErrors().stream()
                        .map(f -> new BadInput.Field(f.getField(), "problems.field.unreadable"))
                        .toList()),
                locale);
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
