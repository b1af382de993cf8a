package org.shouwen.channels.open311.web;

import java.util.List;
import org.shouwen.access.AccessRule;
import org.shouwen.access.ModuleAccess;
import org.springframework.stereotype.Component;

/** What is public is open; whoever posts shows a key of this module. */
@Component
class Open311Access implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.open(Open311Api.ROOT + "/**"));
    }
}
