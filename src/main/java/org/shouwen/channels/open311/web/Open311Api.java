package org.shouwen.channels.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.open311.Problem;
import org.shouwen.channels.open311.PublicRequests;
import org.shouwen.channels.open311.Submissions;
import org.shouwen.problems.Busy;
import org.shouwen.problems.TooMany;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Open311 GeoReport v2, to the letter: paths, names, statuses and bodies are the specification's. */
@RestController
@RequestMapping(Open311Api.ROOT)
class Open311Api {
    static final String ROOT = "/api/open311/v2";
    private static final String BEARER = "Bearer ";

    private final PublicRequests requests;
    private final Submissions submissions;
    private final Formats formats;
    private final String jurisdiction;

    Open311Api(
            PublicRequests requests,
            Submissions submissions,
            Formats formats,
            @Value("${shouwen.open311.jurisdiction:}") String jurisdiction) {
        this.requests = requests;
        this.submissions = submissions;
        this.formats = formats;
        this.jurisdiction = jurisdiction;
    }

    @GetMapping("/discovery.{format}")
    ResponseEntity<byte[]> discovery(@PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        String url = request.getRequestURL().toString().replaceAll("/discovery\\.[a-z]+$", "");
        return formats.answer(200, format, "discovery", requests.discovery(url));
    }

    @GetMapping("/services.{format}")
    ResponseEntity<byte[]> services(@PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        return formats.answer(200, format, "services", requests.services());
    }

    @GetMapping("/services/{code}.{format}")
    ResponseEntity<byte[]> definition(
            @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        return formats.answer(200, format, "service_definition", requests.definition(code));
    }

    @PostMapping("/requests.{format}")
    ResponseEntity<byte[]> post(@PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        Submissions.Posted posted = submissions.post(
                request.getParameterMap(), key(request), request.getRemoteAddr(), request.getHeader("Idempotency-Key"));
        return formats.answer(200, format, "service_requests", List.of(formats.posted(posted)));
    }

    @GetMapping("/tokens/{token}.{format}")
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        return formats.answer(200, format, "service_requests", requests.token(token));
    }

    @GetMapping("/requests.{format}")
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        return formats.answer(200, format, "service_requests", requests.requests(request::getParameter));
    }

    @GetMapping("/requests/{id}.{format}")
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String format, HttpServletRequest request) {
        checked(format, request);
        return formats.answer(200, format, "service_requests", requests.request(id));
    }

    @RequestMapping(
            path = "/**",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        throw new Problem.Found(new Problem(404, 404, "no such resource / 没有这个资源"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> found(Problem.Found e, HttpServletRequest request) {
        return formats.errors(e.problems(), SpecificationErrors.format(request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooMany(TooMany e, HttpServletRequest request) {
        return formats.later(429, e.seconds(), SpecificationErrors.format(request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> busy(Busy e, HttpServletRequest request) {
        return formats.later(503, 3, SpecificationErrors.format(request));
    }

    /** A body that is too long, breaks off, or is no form. */
    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(IllegalStateException e, HttpServletRequest request) {
        return formats.errors(
                List.of(new Problem(400, 400, "the body can not be read / 无法读取请求内容")),
                SpecificationErrors.format(request));
    }

    private void checked(String format, HttpServletRequest request) {
        if (!format.equals("xml") && !format.equals("json"))
            throw new Problem.Found(new Problem(404, 404, "xml or json / 只有xml和json两种格式"));
        String asked = request.getParameter("jurisdiction_id");
        if (asked != null && !asked.isEmpty() && !jurisdiction.isEmpty() && !asked.equals(jurisdiction))
            throw new Problem.Found(new Problem(404, 404, "jurisdiction_id was not found / 没有这个 jurisdiction_id"));
    }

    private static @Nullable String key(HttpServletRequest request) {
        String sent = request.getParameter("api_key");
        if (sent != null && !sent.isEmpty()) return sent;
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
