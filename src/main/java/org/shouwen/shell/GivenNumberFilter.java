package org.shouwen.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.problems.GivenNumber;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Numbers in paths are read as they are copied, before anything else looks at the path: what stands right after the name
 * of a collection and holds a number and nothing but its marks becomes the number as it was given out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GivenNumberFilter extends OncePerRequestFilter {
    private static final Set<String> BY_DAY = Set.of("orders", "work-orders", "appeals", "lookup", "alarms", "reviews");
    private static final Set<String> BY_YEAR = Set.of("supervisions", "handovers", "breaches");
    private static final Pattern GIVEN = Pattern.compile(WorkOrderNumber.FORM + "|[0-9]{4}-[0-9]{4,6}");

    /** Numbers with their marks, and words in Chinese or No. before them; never a word that names a page or an act. */
    private static final Pattern NUMBERISH =
            Pattern.compile("(?:(?i:no|nr|number|order|appeal)[.:．：#№ ]{0,3})?[^a-zA-Z/;\\\\]{5,80}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        String read = read(path);
        chain.doFilter(read.equals(path) ? request : new Read(request, read), response);
    }

    static String read(String path) {
        String[] parts = path.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            boolean day = BY_DAY.contains(parts[i - 1]);
            if ((!day && !BY_YEAR.contains(parts[i - 1]))
                    || parts[i].isEmpty()
                    || GIVEN.matcher(parts[i]).matches()) continue;
            String typed = decoded(parts[i]);
            if (!NUMBERISH.matcher(typed).matches()) continue;
            String number = day
                    ? WorkOrderNumber.read(typed).map(WorkOrderNumber::text).orElse(typed)
                    : GivenNumber.ofYear(typed);
            if (GIVEN.matcher(number).matches()) parts[i] = number;
        }
        return String.join("/", parts);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // what can't be read is refused further on
        }
    }

    /** The request with its path as read; there is no context path. */
    private static final class Read extends HttpServletRequestWrapper {
        private final String path;

        Read(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            int at = url.indexOf(super.getRequestURI());
            return at < 0 ? url : url.replace(at, url.length(), path);
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
