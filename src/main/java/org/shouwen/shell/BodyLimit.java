package org.shouwen.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.ApiRequests;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Nothing that we take is longer than a megabyte, signed in or not; files and {@link LongForm} have their own limits. How long it may
 * take to arrive is {@link ArrivalLimit}'s.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BodyLimit extends OncePerRequestFilter {
    static final int MOST = 1024 * 1024;
    private final ApiErrors errors;

    BodyLimit(ApiErrors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        int most = LongForm.may(request) ? LongForm.MOST : MOST;
        boolean files = type != null && type.startsWith("multipart/");
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getServletPath().equals("/error")) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getDispatcherType() == DispatcherType.ERROR) chain.doFilter(new Formless(request), response);
        else if (!files && request.getContentLengthLong() > most) tooLarge(request, response);
        else if (type != null && !readable(type)) unreadable(request, response);
        else
            try {
                chain.doFilter(files ? request : new Limited(request, most), response);
            } catch (InvalidParameterException e) { // a form that is too long, breaks off, or is none
                if (response.isCommitted()) throw e;
                if (e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) tooLarge(request, response);
                else unreadable(request, response);
            } catch (MultipartException e) { // parts that are none
                if (response.isCommitted()) throw e;
                unreadable(request, response);
            }
    }

    /** Of one kind, and of parts only when it says where they end. */
    private static boolean readable(String type) {
        try {
            MediaType kind = MediaType.parseMediaType(type);
            String boundary = kind.getParameter("boundary");
            return !kind.isWildcardType()
                    && !kind.isWildcardSubtype()
                    && (!kind.getType().equals("multipart") || (boundary != null && !boundary.isBlank()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ApiRequests.is(request)) errors.unreadable(request, response);
        else response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ApiRequests.is(request)) errors.tooLarge(request, response, MOST / 1024);
        else response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The page that says so must not read the same form again. */
    private static final class Formless extends HttpServletRequestWrapper {
        Formless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }

    /** For bodies that come in pieces and don't say how long they are. */
    private static final class Limited extends HttpServletRequestWrapper {
        private final int most;

        Limited(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
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
                    if (read > most) throw new IOException("the body is too long");
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
