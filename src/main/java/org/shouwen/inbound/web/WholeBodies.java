package org.shouwen.inbound.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what another system sends to a channel before anybody asks for a parameter: the server would take apart for that what is
 * called a form, and its bytes, which are kept and which the signature is of, would be gone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WholeBodies extends OncePerRequestFilter {
    /** No channel takes more; each says itself what is too much for it. */
    private static final int MOST = 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().startsWith("/api/channels/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        chain.doFilter(new Whole(request, body), response);
    }

    private static final class Whole extends HttpServletRequestWrapper {
        private final ServletInputStream body;

        Whole(HttpServletRequest request, byte[] bytes) {
            super(request);
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            this.body = new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return in.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("it was read already");
                }
            };
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }
}
