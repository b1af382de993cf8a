package org.shouwen.knowledge.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: articles and outages; what is open to citizens. */
@Component
class KnowledgeAccess implements ModuleAccess {
    private static final Set<Role> KEEPERS = EnumSet.of(
            Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU, Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER);
    private static final Set<Role> PLATFORM = EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU);
    private static final Set<Role> READERS = EnumSet.of(
            Role.AGENT,
            Role.DISPATCHER,
            Role.SUPERVISOR,
            Role.BUREAU,
            Role.UNIT_DESK,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/answers/**"),
                AccessRule.of("/knowledge/import", KEEPERS),
                AccessRule.of("/knowledge/**", READERS),
                AccessRule.of("/public-answers/**", PLATFORM),
                AccessRule.of("/outages/**", KEEPERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(165, "knowledge.nav.knowledge", "/knowledge", "✎", READERS).seldomFor(Role.BUREAU));
    }
}
