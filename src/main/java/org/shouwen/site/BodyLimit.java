package org.shouwen.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing that we take is longer than a megabyte, signed in or not, nor takes longer than a minute to arrive; files and
 * forms have their own limits.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BodyLimit extends OncePerRequestFilter {
    static final int MOST = 1024 * 1024;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private final ApiErrors errors;
    private final InstantSource clock;

    BodyLimit(ApiErrors errors, InstantSource clock) {
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST && !request.getRequestURI().startsWith("/api/"))
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        else if (request.getContentLengthLong() > MOST) errors.tooLarge(response, MOST / 1024);
        else chain.doFilter(new Limited(request, clock), response);
    }

    /** For bodies that come in pieces and don't say how long they are. */
    private static final class Limited extends HttpServletRequestWrapper {
        private final InstantSource clock;
        private final Instant until;

        Limited(HttpServletRequest request, InstantSource clock) {
            super(request);
            this.clock = clock;
            this.until = clock.instant().plus(LONGEST);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream in = super.getInputStream();
            return new ServletInputStream() {
                private long read;

                @Override
                public int read() throws IOException {
                    int b = in.read();
                    if (b >= 0) count(1);
                    return b;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int n = in.read(bytes, offset, length);
                    if (n > 0) count(n);
                    return n;
                }

                private void count(int n) throws IOException {
                    read += n;
                    if (read > MOST) throw new IOException("the body is too long");
                    if (clock.instant().isAfter(until)) throw new IOException("the body takes too long");
                }

                @Override
                public boolean isFinished() {
                    return in.isFinished();
                }

                @Override
                public boolean isReady() {
                    return in.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    in.setReadListener(listener);
                }
            };
        }
    }
}
