package org.shouwen.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one form that may be longer than a megabyte, from whoever is signed in: an article of the knowledge base may be a
 * document of 500 pages, each character of which is nine in a form. The web server has one limit for all forms, so this one
 * is read here, after the session is known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class LongForm extends OncePerRequestFilter {
    /** 500,000 characters, and what else the form has. */
    static final int MOST = 6 * 1024 * 1024;

    private static final Pattern ARTICLES = Pattern.compile("/knowledge(/versions/[0-9a-f-]{36})?");

    static boolean may(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && ARTICLES.matcher(request.getServletPath()).matches();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= BodyLimit.MOST || !may(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SessionOver.signedIn(request)) response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        else chain.doFilter(new Fields(request, fields(request)), response);
    }

    /** The first of each name; the form has none twice. */
    private static Map<String, String[]> fields(HttpServletRequest request) throws IOException {
        String body = new String(request.getInputStream().readNBytes(MOST), StandardCharsets.US_ASCII);
        Map<String, String[]> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) fields.putIfAbsent(text(parts[0]), new String[] {text(parts[1])});
        }
        return fields;
    }

    /** What is no encoding stays as it came. */
    private static String text(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    private static final class Fields extends HttpServletRequestWrapper {
        private final Map<String, String[]> fields;

        Fields(HttpServletRequest request, Map<String, String[]> fields) {
            super(request);
            this.fields = fields;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(fields);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }
    }
}
