package org.shouwen.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * What is said while the database or the place for files is away or the disk is full, made without them: 503 with {@code Retry-After} in seconds; to programs a
 * problem, to parts of pages a word, to people a page that holds the form they sent, to be sent again as it is.
 */
@Component
class UnavailablePage {
    /** Why nothing is taken, and after how many seconds it is worth to ask again. */
    enum Why {
        RECOVERING("5", "unavailable"),
        STORE_AWAY("5", "store-away"),
        DISK_FULL("60", "disk-full");

        private final String seconds;
        private final String page;

        Why(String seconds, String page) {
            this.seconds = seconds;
            this.page = page;
        }
    }

    private final SpringTemplateEngine templates;
    private final ApiErrors errors;
    private final LocaleResolver language;

    UnavailablePage(SpringTemplateEngine templates, ApiErrors errors, LocaleResolver language) {
        this.templates = templates;
        this.errors = errors;
        this.language = language;
    }

    void show(HttpServletRequest request, HttpServletResponse response, Why why) throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", why.seconds);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/"))
            errors.unavailable(request, response, why == Why.DISK_FULL ? "disk-full" : "unavailable");
        else if (request.getHeader("HX-Request") != null) response.setContentType("text/plain");
        else page(request, response, language.resolveLocale(request), why);
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Locale locale, Why why)
            throws IOException, ServletException {
        response.setContentType("text/html");
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response),
                locale);
        boolean sent = request.getMethod().equals("POST") && !SessionOver.fromElsewhere(request);
        context.setVariable("form", sent ? SessionOver.sent(request) : null);
        context.setVariable("why", why.page);
        context.setVariable("token", request.getParameter("_csrf")); // its session outlives the database's death
        templates.process("shell/unavailable", context, response.getWriter());
    }
}
