package org.shouwen.portal.web;

import java.util.List;
import org.shouwen.access.AccessRule;
import org.shouwen.access.ModuleAccess;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the citizens' pages are open. */
@Component
class PortalAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/"),
                AccessRule.open("/ask/**"),
                AccessRule.open("/lookup/**"),
                AccessRule.open("/limits"),
                AccessRule.open("/portal/*.js"),
                AccessRule.open("/portal/*.css"),
                AccessRule.open("/api/v1/portal/**"));
    }
}
