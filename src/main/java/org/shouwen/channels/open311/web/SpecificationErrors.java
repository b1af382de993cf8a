package org.shouwen.channels.open311.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever refuses a call under this API's prefix (a method that is none, a query that can not be read, a body that is too long, a
 * database that is away), the program that asked reads it in the specification's errors and the format it asked for. A body
 * longer than a megabyte is told so before anybody reads it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class SpecificationErrors extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SpecificationErrors.class);
    private static final long MOST = 1024 * 1024;
    private final Formats formats;

    SpecificationErrors(Formats formats) {
        this.formats = formats;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + Open311Api.ROOT + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String format = format(request);
        if (request.getContentLengthLong() > MOST) {
            write(response, HttpServletResponse.SC_BAD_REQUEST, formats.tooLong(format), format);
            return;
        }
        ForeignErrors answer = new ForeignErrors(response);
        int refused;
        try {
            chain.doFilter(request, answer);
            refused = answer.refused();
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) throw e;
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
            refused = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        if (refused != 0) write(response, refused, formats.refused(refused, format), format);
    }

    private void write(HttpServletResponse response, int status, byte[] body, String format) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(formats.type(format));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String format(HttpServletRequest request) {
        return request.getRequestURI().toLowerCase(Locale.ROOT).endsWith(".json") ? "json" : "xml";
    }
}
