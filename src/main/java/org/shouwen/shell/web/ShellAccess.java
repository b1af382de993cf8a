package org.shouwen.shell.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: signing in, the frame with its files, the description of the API and the administrators' audit. */
@Component
class ShellAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/sign-in"),
                AccessRule.open("/sign-in/second"),
                AccessRule.open("/sign-in/passkey/**"),
                AccessRule.open("/error"),
                AccessRule.open("/session-over"),
                AccessRule.open("/favicon.ico"),
                AccessRule.open("/shell/**"),
                AccessRule.open("/webjars/**"),
                AccessRule.open("/_static/**"),
                AccessRule.open("/v3/api-docs/**"),
                AccessRule.open("/v3/api-docs.yaml"),
                AccessRule.of("/home", Role.PEOPLE),
                AccessRule.of("/password", Role.PEOPLE),
                AccessRule.of("/second-factor", Role.PEOPLE),
                AccessRule.of("/passkeys/**", Role.PEOPLE),
                AccessRule.of("/sign-out", Role.PEOPLE),
                AccessRule.of("/audit", Set.of(Role.AUDITOR)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(220, "site.nav.audit", "/audit", "≡", Set.of(Role.AUDITOR)));
    }
}
