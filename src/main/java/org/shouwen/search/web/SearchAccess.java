package org.shouwen.search.web;

import java.util.List;
import org.shouwen.access.AccessRule;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: everybody of the staff searches, and finds what they may see. */
@Component
class SearchAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/search/**", Role.PEOPLE), AccessRule.of("/api/v1/search", Role.PEOPLE));
    }
}
