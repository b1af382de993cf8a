package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Editions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's frame shows: who is signed in, where that person may go, and the city. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {
    /** @param key message key {@code site.nav.KEY} */
    record Item(String key, String path, String sign, Set<Role> roles, boolean active) {
        Item at(String current) {
            return new Item(key, path, sign, roles, current.equals(path) || current.startsWith(path + "/"));
        }
    }

    private static final List<Item> ITEMS = List.of(
            item("intake", "/desk/intake", "☎", Role.AGENT, Role.DISPATCHER),
            item("appeals", "/desk/appeals", "☰", Role.AGENT, Role.DISPATCHER),
            item("questions", "/desk/questions", "?", Role.AGENT, Role.DISPATCHER),
            item("dispatch", "/desk/dispatch", "⇢", Role.DISPATCHER),
            item("reports", "/desk/reports", "✓", Role.DISPATCHER),
            item("requests", "/desk/requests", "⇄", Role.DISPATCHER, Role.BUREAU),
            item("alarms", "/desk/alarms", "!", Role.AGENT, Role.DISPATCHER),
            item("undelivered", "/desk/undelivered", "✉", Role.AGENT),
            item("inbox", "/unit/inbox", "▤", Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER),
            item("unit-intake", "/unit/intake", "☎", Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER),
            item("supervision", "/supervision", "◔", Role.SUPERVISOR, Role.BUREAU),
            item(
                    "supervisions",
                    "/supervisions",
                    "◉",
                    Role.SUPERVISOR,
                    Role.DISPATCHER,
                    Role.BUREAU,
                    Role.UNIT_DESK,
                    Role.UNIT_LEADER),
            item("handovers", "/handovers", "↗", Role.DISPATCHER, Role.BUREAU, Role.UNIT_LEADER),
            item("callbacks", "/callbacks", "☏", Role.SUPERVISOR),
            item("nuisances", "/nuisances", "⊘", Role.AGENT, Role.SUPERVISOR, Role.BUREAU),
            item("filings", "/filings", "▧", Role.BUREAU, Role.UNIT_LEADER, Role.UNIT_DESK),
            item("roster", "/roster", "▥", Role.SUPERVISOR, Role.BUREAU, Role.UNIT_LEADER, Role.UNIT_DESK),
            item("breaches", "/breaches", "§", Role.BUREAU),
            item("board", "/board", "▦", Role.BUREAU, Role.CITY_LEADER, Role.SUPERVISOR),
            item("grants", "/grants", "☑", Role.SECURITY),
            item("looks", "/looks", "◎", Role.SECURITY, Role.AUDITOR),
            item("audit", "/audit", "≡", Role.AUDITOR),
            item("units", "/admin/units", "⌂", Role.ADMIN),
            item("duties", "/admin/duties", "≣", Role.ADMIN),
            item("accounts", "/admin/accounts", "☺", Role.ADMIN),
            item("calendar", "/admin/calendar", "▣", Role.ADMIN),
            item("messages", "/admin/messages", "✉", Role.ADMIN),
            item("phrases", "/phrases", "!", Role.BUREAU),
            item("editions", "/editions", "§", Role.ADMIN, Role.BUREAU));

    private final Editions editions;

    Navigation(Editions editions) {
        this.editions = editions;
    }

    @ModelAttribute("me")
    @Nullable
    CurrentUser me(@AuthenticationPrincipal @Nullable CurrentUser person) {
        return person;
    }

    @ModelAttribute("nav")
    List<Item> nav(@AuthenticationPrincipal @Nullable CurrentUser person, HttpServletRequest request) {
        if (person == null) return List.of();
        return ITEMS.stream()
                .filter(i -> i.roles().stream().anyMatch(person::has))
                .map(i -> i.at(request.getRequestURI()))
                .toList();
    }

    /** Whether the page carries the desk's alarm strip (Art. 17). */
    @ModelAttribute("alarmed")
    boolean alarmed(@AuthenticationPrincipal @Nullable CurrentUser person) {
        return person != null && (person.has(Role.AGENT) || person.has(Role.DISPATCHER));
    }

    /** How often such a page asks whether the agent's telephone rings. */
    @ModelAttribute("listens")
    String listens(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/desk/intake") ? "load, every 3s" : "load, every 10s";
    }

    @ModelAttribute("city")
    String city() {
        return editions.city();
    }

    /** The first page of a person's work. */
    static String home(CurrentUser person) {
        return ITEMS.stream()
                .filter(i -> i.roles().stream().anyMatch(person::has))
                .map(Item::path)
                .findFirst()
                .orElse("/password");
    }

    private static Item item(String key, String path, String sign, Role first, Role... more) {
        return new Item(key, path, sign, EnumSet.of(first, more), false);
    }
}
