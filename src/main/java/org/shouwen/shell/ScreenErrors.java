package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.shouwen.problems.ApiRequests;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.ChangedOutside;
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
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@ControllerAdvice(annotations = Controller.class)
class ScreenErrors {
    private final MessageSource messages;
    private final ApiErrors api;
    private final Navigation frame;

    ScreenErrors(MessageSource messages, ApiErrors api, Navigation frame) {
        this.frame = frame;
        this.messages = messages;
        this.api = api;
    }

    @ExceptionHandler(NotFound.class)
    Object notFound(NotFound e, HttpServletRequest request) {
        if (ApiRequests.is(request)) return api.notFound(e);
        ModelAndView page = new ModelAndView("error/404");
        page.setStatus(HttpStatus.NOT_FOUND);
        return frame.around(page, request);
    }

    /** A field that can't even be read, such as letters where a number belongs. */
    @ExceptionHandler
    Object unreadable(MethodArgumentTypeMismatchException e, Locale locale, HttpServletRequest request) {
        return told(new BadInput(e.getName(), "problems.field.unreadable"), locale, request);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException e, Locale locale, HttpServletRequest request) {
        return told(new BadInput(e.getParameterName(), "problems.field.missing"), locale, request);
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    Object noFile(Exception e, Locale locale, HttpServletRequest request) {
        return told(new BadInput("file", "problems.field.file"), locale, request);
    }

    @ExceptionHandler
    Object unbound(BindException e, Locale locale, HttpServletRequest request) {
        return told(
                new BadInput(e.getFieldErrors().stream()
                        .map(f -> new BadInput.Field(f.getField(), "problems.field.unreadable"))
                        .toList()),
                locale,
                request);
    }

    /** Some controllers serve both. */
    @ExceptionHandler({BadInput.class, Refusal.class, Stale.class, ChangedOutside.class})
    Object told(RuntimeException e, Locale locale, HttpServletRequest request) {
        if (!ApiRequests.is(request)) return frame.around(problem(e, locale), request);
        return switch (e) {
            case BadInput bad -> api.badInput(bad);
            case Refusal refusal -> api.refused(refusal);
            case Stale stale -> api.stale(stale);
            case ChangedOutside changed -> api.changedOutside(changed);
            default -> throw e;
        };
    }

    private ModelAndView problem(RuntimeException e, Locale locale) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        ModelAndView page = new ModelAndView("shell/problem");
        page.addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }
}
