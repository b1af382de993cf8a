package org.shouwen.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.gauges.Gauge;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * For load balancers {@code /health/live} and {@code /health/ready}, for Prometheus {@code /metrics}: a filter before
 * sessions and all else, so that it answers when the database does not. Figures are shown to this machine itself, or to
 * who bears {@code SHOUWEN_METRICS_TOKEN}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class SeenFromOutside extends OncePerRequestFilter {
    private static final List<String> FORWARDED = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");
    private static final JsonMapper JSON = new JsonMapper();

    private final ProductWatch watch;
    private final RequestTimes times;
    private final String token;

    SeenFromOutside(ProductWatch watch, RequestTimes times, @Value("${shouwen.metrics-token:}") String token) {
        this.watch = watch;
        this.times = times;
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case "/health/live" -> answer(response, 200, "application/json", "{\"status\":\"UP\"}");
            case "/health/ready" -> ready(response);
            case "/metrics" -> metrics(request, response);
            default -> {
                long began = System.nanoTime();
                try {
                    chain.doFilter(request, response);
                } finally {
                    times.add(response.getStatus(), System.nanoTime() - began);
                }
            }
        }
    }

    /** The reasons are codes of conditions; nothing of the machine's addresses, names or versions. */
    private void ready(HttpServletResponse response) throws IOException {
        ProductWatch.Look look = watch.look();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("status", look.ready() ? "UP" : "DOWN");
        said.put("reasons", named(look, Condition.Level.DOWN));
        said.put("watch", named(look, Condition.Level.WATCH));
        if (!look.ready()) response.setHeader("Retry-After", "5");
        answer(response, look.ready() ? 200 : 503, "application/json", JSON.writeValueAsString(said));
    }

    private static List<String> named(ProductWatch.Look look, Condition.Level level) {
        return look.conditions().stream()
                .filter(c -> c.level() == level)
                .map(Condition::what)
                .toList();
    }

    private void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mayRead(request)) {
            answer(
                    response,
                    403,
                    "text/plain; charset=utf-8",
                    "figures are for this machine, or for a bearer of the token\n");
            return;
        }
        List<Gauge> all = new ArrayList<>(watch.look().gauges());
        all.addAll(times.gauges());
        all.addAll(Exposition.process());
        answer(response, 200, Exposition.TYPE, Exposition.of(all));
    }

    /** A request that a proxy on this machine passes on comes from loopback too, but says that it was passed on. */
    private boolean mayRead(HttpServletRequest request) throws IOException {
        String given = String.valueOf(request.getHeader("Authorization"));
        if (!token.isEmpty() && given.startsWith("Bearer "))
            return MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8),
                    given.substring("Bearer ".length()).getBytes(StandardCharsets.UTF_8));
        return FORWARDED.stream().allMatch(h -> request.getHeader(h) == null)
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static void answer(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
