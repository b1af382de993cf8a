package org.shouwen.problems;

import jakarta.servlet.http.HttpServletRequest;

/** Tells requests of programs from those of pages: the one get JSON and problems, the other a page in its frame. */
public final class ApiRequests {
    private ApiRequests() {}

    public static boolean is(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
