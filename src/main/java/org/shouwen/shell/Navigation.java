package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.MenuItem;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.ApiRequests;
import org.shouwen.regulation.Editions;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page's frame shows: who is signed in, where that person may go, and the city. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {
    /** An entry of the menu, whether the page is its own or lies below it, and whether it stands under "more". */
    record Entry(MenuItem item, boolean active, boolean tucked) {}

    private final Menu menu;
    private final Editions editions;

    Navigation(Menu menu, Editions editions) {
        this.menu = menu;
        this.editions = editions;
    }

    @ModelAttribute("me")
    @Nullable
    CurrentUser me(@AuthenticationPrincipal @Nullable CurrentUser person) {
        return person;
    }

    @ModelAttribute("nav")
    List<Entry> nav(@AuthenticationPrincipal @Nullable CurrentUser person, HttpServletRequest request) {
        if (person == null || ApiRequests.is(request)) return List.of();
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
    @ModelAttribute("alarmed")
    boolean alarmed(@AuthenticationPrincipal @Nullable CurrentUser person) {
        return person != null && (person.has(Role.AGENT) || person.has(Role.DISPATCHER));
    }

    /** How often such a page asks whether the agent's telephone rings; the form for a call is answered when it does. */
    @ModelAttribute("listens")
    String listens(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/desk/intake") ? "load, every 300ms" : "load, every 1s";
    }

    @ModelAttribute("city")
    String city() {
        return editions.city();
    }

    /** What the frame needs on a page that no controller shows: whoever is signed in stays in their own frame. */
    ModelAndView around(ModelAndView page, HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        CurrentUser person = signedIn != null && signedIn.getPrincipal() instanceof CurrentUser p ? p : null;
        page.addObject("me", person);
        page.addObject("nav", nav(person, request));
        page.addObject("alarmed", alarmed(person));
        page.addObject("listens", listens(request));
        page.addObject("city", city());
        return page;
    }
}
