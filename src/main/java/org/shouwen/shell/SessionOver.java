package org.shouwen.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;

/**
 * A form whose session had ended when it was sent: nothing is done, and nothing that was typed is lost. The page that
 * answers holds the form as it was filled, with a new token; it is kept nowhere on the server, for people's names may stand
 * in it. A form that another site sent is not shown at all.
 */
public final class SessionOver {
    /** Where the form that came too late is shown again. */
    public static final String PAGE = "/session-over";

    /** Where a citizen's form is judged before it is shown again: danger in it does not wait (Art. 8.3). */
    public static final String CITIZENS = "/ask/late";

    /** Request attribute with the {@link Form}. */
    public static final String FORM = "org.shouwen.shell.SessionOver.FORM";

    private static final Set<String> NEVER = Set.of("_csrf", "password", "code", "old", "again", "username");

    /** Not words of a person. */
    private static final Set<String> SILENT = Set.of("key", "version", "proof", "subject", "shown", "back", "rang");

    /** Fields in which people write; one word of English is no code there. */
    private static final Set<String> WRITTEN =
            Set.of("content", "wants", "text", "words", "name", "location", "reason", "said", "note", "title", "q");

    /** What a choice sends: {@code true}, {@code heat-cold}, {@code AWAITING_RECEIPT}, an id, a count. */
    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*");

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9-]{5,}");

    /** A field as it was sent. */
    public record Field(String name, String value) {
        /** Whether it is worth being read again: words and numbers that a person wrote, and no code behind a choice. */
        public boolean telling() {
            if (SILENT.contains(name) || value.isBlank()) return false;
            return WRITTEN.contains(name)
                    || NUMBER.matcher(value).matches()
                    || !CHOSEN.matcher(value).matches();
        }
    }

    /**
     * @param action where it was sent to
     * @param files names of the fields for files, which have to be chosen again
     * @param staff whether one has to sign in for it
     */
    public record Form(String action, List<Field> fields, List<String> files, boolean staff) {}

    private SessionOver() {}

    /** Whether a browser says that the form came from a page of another site. */
    static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Whether one of the product's own pages sent it, whole: those carry a token, right or not. */
    static boolean came(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null
                && request.getParameter("_csrf") != null
                && !fromElsewhere(request);
    }

    /** Whether the sign-in page had lain open until its session ended, and is sent now: it works at the first try. */
    static boolean leftOpen(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")
                || !request.getRequestURI().equals(request.getContextPath() + "/sign-in")
                || fromElsewhere(request)
                || request.getRequestedSessionId() == null
                || request.getParameter("_csrf") == null) return false;
        return !signedIn(request);
    }

    /** Whether the session that came with it, if any, is somebody's. */
    static boolean signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute("SPRING_SECURITY_CONTEXT") != null;
    }

    /** Shows the form again. */
    static void show(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getRequestURI().equals(request.getContextPath() + "/sign-out")) {
            response.sendRedirect(request.getContextPath() + "/sign-in?out"); // they are out already
            return;
        }
        request.setAttribute(FORM, sent(request));
        request.getRequestDispatcher(openToAll(request) ? CITIZENS : PAGE).forward(request, response);
    }

    /** The form as it was sent, without passwords and tokens. */
    static Form sent(HttpServletRequest request) throws IOException, ServletException {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> e : request.getParameterMap().entrySet())
            if (!NEVER.contains(e.getKey())) for (String value : e.getValue()) fields.add(new Field(e.getKey(), value));
        return new Form(request.getRequestURI(), fields, files(request), !openToAll(request));
    }

    /** Citizens' pages: nobody signs in for them. */
    private static boolean openToAll(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/ask/") || path.equals("/lookup") || path.startsWith("/lookup/");
    }

    private static List<String> files(HttpServletRequest request) throws IOException, ServletException {
        if (!String.valueOf(request.getContentType()).startsWith("multipart/form-data")) return List.of();
        Set<String> names = new TreeSet<>();
        for (Part p : request.getParts()) if (p.getSubmittedFileName() != null) names.add(p.getName());
        return List.copyOf(names);
    }

    /** Whether somebody is signed in now. */
    public static boolean signedIn(@org.jspecify.annotations.Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof org.shouwen.accounts.CurrentUser;
    }
}
