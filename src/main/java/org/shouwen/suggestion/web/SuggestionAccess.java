package org.shouwen.suggestion.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the phrases by which danger is recognised. */
@Component
class SuggestionAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/phrases/**", Set.of(Role.BUREAU)),
                AccessRule.of("/suggestions/**", Set.of(Role.SUPERVISOR, Role.ADMIN), Set.of(Role.ADMIN)),
                AccessRule.of("/api/v1/urgency-phrases/**", Set.of(Role.BUREAU)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(280, "suggestion.nav.phrases", "/phrases", "!", Set.of(Role.BUREAU))
                        .seldomFor(Role.BUREAU),
                new MenuItem(
                                285,
                                "suggestion.nav.suggestions",
                                "/suggestions",
                                "◇",
                                Set.of(Role.SUPERVISOR, Role.ADMIN))
                        .seldomFor(Role.SUPERVISOR, Role.ADMIN));
    }
}
