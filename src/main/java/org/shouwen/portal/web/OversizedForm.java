package org.shouwen.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A citizen's form whose files are too large: its words are read all the same, so that danger in them is seen and nothing
 * that was typed is lost (Art. 8.3). The web server would refuse such a form whole, before anybody reads it. Files are
 * passed over as they come; memory holds words only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
@Basis(Clause.A8_3)
class OversizedForm extends OncePerRequestFilter {
    /** The web server refuses a form by its largest file, of which it reads so much; every longer form comes here. */
    private static final long MOST = 32L * 1024 * 1024;

    /** Beyond it the reading ends with what words came so far; a form's words stand before its files. */
    private static final long READ = 512L * 1024 * 1024;

    private static final int WORDS = 1024 * 1024;
    private static final String MARK = OversizedForm.class.getName();
    private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([^\"]*)\"");

    /** Whether the request's files were left out because they were too large. */
    static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    /** @throws BadInput naming {@code photo} when files were left out: the person sees the words again and chooses anew */
    static void refuse(HttpServletRequest request) {
        if (is(request)) throw new BadInput("photo", "portal.photo.too-much");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] boundary = request.getMethod().equals("POST") && citizens(request) ? boundary(request) : null;
        if (boundary == null || request.getContentLengthLong() <= MOST) {
            chain.doFilter(request, response);
            return;
        }
        Map<String, String[]> words = words(request, boundary);
        request.setAttribute(MARK, true);
        chain.doFilter(new Words(request, words), response);
    }

    private static boolean citizens(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/ask/") || path.startsWith("/lookup/");
    }

    private static byte @Nullable [] boundary(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) return null;
        String boundary = MediaType.parseMediaType(type).getParameter("boundary");
        if (boundary == null || boundary.isBlank()) return null;
        return boundary.replace("\"", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is broken or breaks off ends the reading; the words before it count. */
    private static Map<String, String[]> words(HttpServletRequest request, byte[] boundary) {
        Map<String, String[]> words = new LinkedHashMap<>();
        int held = 0;
        long passed = 0;
        try {
            MultipartStream parts = new MultipartStream(request.getInputStream(), boundary, 64 * 1024, null);
            parts.setHeaderEncoding("UTF-8");
            for (boolean more = parts.skipPreamble(); more && passed < READ; more = parts.readBoundary()) {
                String head = parts.readHeaders();
                Matcher name = NAME.matcher(head);
                if (head.contains("filename=") || !name.find()) {
                    passed += parts.discardBodyData();
                    continue;
                }
                ByteArrayOutputStream text = new Bounded(WORDS - held);
                parts.readBodyData(text);
                held += text.size();
                words.putIfAbsent(name.group(1), new String[] {text.toString(StandardCharsets.UTF_8)});
            }
        } catch (IOException e) {
            return words;
        }
        return words;
    }

    /** Holds the first bytes and lets the others go. */
    private static final class Bounded extends ByteArrayOutputStream {
        private final int most;

        Bounded(int most) {
            super(256);
            this.most = most;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, Math.min(length, Math.max(0, most - count)));
        }
    }

    /** The form as it would have come without its files. */
    private static final class Words extends HttpServletRequestWrapper {
        private final Map<String, String[]> words;

        Words(HttpServletRequest request, Map<String, String[]> words) {
            super(request);
            this.words = words;
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = words.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return words.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(words);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(words.keySet());
        }
    }
}
