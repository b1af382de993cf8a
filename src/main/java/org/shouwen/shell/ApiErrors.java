package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Busy;
import org.shouwen.problems.ChangedOutside;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.problems.TooMany;
import org.shouwen.problems.Unconditional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong, as RFC 9457 problems: which field or clause, and what to do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors {
    private final MessageSource messages;
    private final JsonMapper json;

    ApiErrors(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput e) {
        List<Map<String, String>> fields = e.fields().stream()
                .map(f -> Map.of(
                        "field", f.field(), "detail", text(f.key(), f.args().toArray())))
                .toList();
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "bad-input", text("problems.bad-input"));
        problem.setProperty("fields", fields);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableField(MethodArgumentTypeMismatchException e) {
        return badInput(new BadInput(e.getName(), "problems.field.unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingField(MissingServletRequestParameterException e) {
        return badInput(new BadInput(e.getParameterName(), "problems.field.missing"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal e) {
        ProblemDetail problem =
                problem(HttpStatus.CONFLICT, "refused", text(e.key(), e.args().toArray()));
        problem.setProperty("clause", e.clause());
        problem.setProperty("citation", e.citation());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound e) {
        return answer(problem(HttpStatus.NOT_FOUND, "not-found", text("problems.not-found")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(Stale e) {
        return answer(problem(HttpStatus.PRECONDITION_FAILED, "stale", text("problems.stale")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedOutside(ChangedOutside e) {
        return answer(problem(HttpStatus.CONFLICT, "changed-outside", text("problems.changed-outside")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unconditional(Unconditional e) {
        return answer(problem(HttpStatus.PRECONDITION_REQUIRED, "unconditional", text("problems.unconditional")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof InvalidNullException gap)
            return badInput(new BadInput(path(gap), "problems.field.missing"));
        boolean none = String.valueOf(e.getMessage()).startsWith("Required request body is missing");
        String why = text(none ? "problems.no-body" : "problems.unreadable-json");
        return answer(problem(HttpStatus.BAD_REQUEST, "unreadable", why));
    }

    private static String path(InvalidNullException gap) {
        return gap.getPath().stream()
                .map(r -> r.getPropertyName() == null ? Integer.toString(r.getIndex()) : r.getPropertyName())
                .collect(Collectors.joining("."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy e) {
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", text("problems.busy"));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Retry-After", "3")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooMany e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Retry-After", Long.toString(e.seconds()))
                .body(problem(HttpStatus.TOO_MANY_REQUESTS, "too-many", text("problems.too-many", e.seconds())));
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        LocaleContextHolder.setLocale(ApiLanguage.of(request));
        write(response, problem(HttpStatus.UNAUTHORIZED, "no-token", text("problems.no-token")));
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        LocaleContextHolder.setLocale(ApiLanguage.of(request));
        write(response, problem(HttpStatus.FORBIDDEN, "not-allowed", text("problems.not-allowed")));
    }

    /** @param why a code of {@code problems}: {@code unavailable} or {@code disk-full} */
    void unavailable(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        LocaleContextHolder.setLocale(ApiLanguage.of(request));
        write(response, problem(HttpStatus.SERVICE_UNAVAILABLE, why, text("problems." + why)));
    }

    void tooLarge(HttpServletRequest request, HttpServletResponse response, int kilobytes) throws IOException {
        LocaleContextHolder.setLocale(ApiLanguage.of(request));
        write(response, problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", text("problems.too-large", kilobytes)));
    }

    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocaleContextHolder.setLocale(ApiLanguage.of(request));
        write(response, problem(HttpStatus.BAD_REQUEST, "unreadable", text("problems.unreadable-body")));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", String.valueOf(problem.getType()));
        body.put("title", problem.getTitle());
        body.put("status", problem.getStatus());
        body.put("detail", problem.getDetail());
        response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(java.net.URI.create("urn:shouwen:problem:" + type));
        problem.setTitle(text("problems.title." + type));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String text(String key, @Nullable Object... args) {
        Locale locale = LocaleContextHolder.getLocale();
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }
}
