package org.shouwen.identity.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may read the register of looks at identities, and who writes down what came of asking about one (Art. 21). */
@Component
class IdentityAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.SECURITY, Role.AUDITOR);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/looks/*/*/checks", Set.of(Role.SECURITY)), AccessRule.of("/looks", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(210, "identity.nav.looks", "/looks", "◎", READERS));
    }
}
