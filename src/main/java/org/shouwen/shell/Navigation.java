package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.MenuItem;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.FramedPage;
import org.shouwen.accounts.SignedIn;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every page's frame shows: who is signed in, where that person may go, and the city. It is added when a handler has
 * named its page, for most answers have no frame: the API's, files, redirects.
 */
@Component
class Navigation implements HandlerInterceptor {
    /** An entry of the menu, whether the page is its own or lies below it, and whether it stands under "more". */
    record Entry(MenuItem item, boolean active, boolean tucked) {}

    private final Menu menu;
    private final Editions editions;

    Navigation(Menu menu, Editions editions) {
        this.menu = menu;
        this.editions = editions;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && FramedPage.is(page)) around(page, request);
    }

    private List<Entry> nav(@Nullable CurrentUser person, HttpServletRequest request) {
        if (person == null) return List.of();
        String here = request.getRequestURI();
        return menu.of(person).stream().map(i -> entry(i, person, here)).toList();
    }

    private static Entry entry(MenuItem item, CurrentUser person, String here) {
        boolean active = here.equals(item.path()) || here.startsWith(item.path() + "/");
        boolean daily = item.roles().stream()
                .anyMatch(r -> person.has(r) && !item.seldom().contains(r));
        return new Entry(item, active, !active && !daily);
    }

    /** Whether the page carries the desk's alarm strip (Art. 17). */
    private static boolean alarmed(@Nullable CurrentUser person) {
        return person != null && (person.has(Role.AGENT) || person.has(Role.DISPATCHER));
    }

    /** How often such a page asks whether the agent's telephone rings; the form for a call is answered when it does. */
    private static String listens(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/desk/intake") ? "load, every 300ms" : "load, every 1s";
    }

    /** What the frame needs, also on a page that no controller shows: whoever is signed in stays in their own frame. */
    ModelAndView around(ModelAndView page, HttpServletRequest request) {
        CurrentUser person = SignedIn.person();
        page.addObject("me", person);
        page.addObject("nav", nav(person, request));
        page.addObject("alarmed", alarmed(person));
        page.addObject("listens", listens(request));
        page.addObject("city", editions.city());
        return page;
    }
}
