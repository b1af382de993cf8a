package org.shouwen.channels.letters.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Letters are read by whoever takes appeals. */
@Component
class LetterAccess implements ModuleAccess {
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/letters/**", DESK));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(76, "channels.letters.nav", "/letters", "✎", DESK).seldomFor(Role.DISPATCHER));
    }
}
