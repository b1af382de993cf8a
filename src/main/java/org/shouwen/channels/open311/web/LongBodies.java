package org.shouwen.channels.open311.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body longer than a megabyte is told so in the specification's words, before anybody else refuses it in others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class LongBodies extends OncePerRequestFilter {
    private static final long MOST = 1024 * 1024;
    private final Formats formats;

    LongBodies(Formats formats) {
        this.formats = formats;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + Open311Api.ROOT + "/")
                || request.getContentLengthLong() <= MOST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String format = request.getRequestURI().endsWith(".json") ? "json" : "xml";
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(formats.type(format));
        response.getOutputStream().write(formats.tooLong(format));
    }
}
