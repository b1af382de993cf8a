package org.shouwen.reporting.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.tables.SheetWriter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers {@code ?sheet=xlsx} on the pages named here with their tables instead. A page is read whole before its sheet is
 * written, so only lists that a city's directory or calendar bounds are among them, and such a page shows all rows when it is
 * asked so; a list that grows with the appeals writes its sheet while its rows come, by a path of its own. Pages whose rows hold what people said, or
 * who they are, are not among them: those leave by 检索导出, which a second person grants (Art. 21).
 */
@Component
class PageSheetFilter extends OncePerRequestFilter {
    /** Paths whose tables hold no person. */
    static final List<String> PAGES = List.of(
            "/evaluations",
            "/evaluations/{id}/units/{unit}",
            "/board",
            "/overview",
            "/editions",
            "/filings",
            "/suggestions",
            "/phrases",
            "/knowledge/enterprises",
            "/admin/duties",
            "/briefs",
            "/own-analysis");

    private static final List<PathPattern> PATTERNS =
            PAGES.stream().map(PathPatternParser.defaultInstance::parse).toList();

    private final KeyNames names;
    private final InstantSource clock;

    PageSheetFilter(KeyNames names, InstantSource clock) {
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !"xlsx".equals(request.getParameter("sheet"))
                || !listed(PathContainer.parsePath(request.getRequestURI()));
    }

    private static boolean listed(PathContainer path) {
        return PATTERNS.stream().anyMatch(p -> p.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String type = page.getContentType();
        if (page.getStatus() != HttpServletResponse.SC_OK || type == null || !type.startsWith("text/html")) {
            page.copyBodyToResponse();
            return;
        }
        PageSheets.Sheet sheet = PageSheets.of(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
        page.resetBuffer();
        List<String> about = new ArrayList<>(List.of(sheet.title()));
        about.addAll(sheet.filter());
        about.add(Sheets.made(names, clock));
        try (SheetWriter xlsx = Sheets.open(response, "table", sheet.title(), about, sheet.heads())) {
            sheet.rows().forEach(xlsx::row);
        }
    }
}
