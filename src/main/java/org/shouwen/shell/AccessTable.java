package org.shouwen.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.shouwen.access.AccessRule;
import org.shouwen.access.ModuleAccess;
import org.springframework.stereotype.Component;

/** Who may go where, as the modules say: what the security filter reads and the access test walks. */
@Component
class AccessTable {
    private final List<ModuleAccess> modules;

    /** @param modules in any order; they are tried by the name of their class */
    AccessTable(List<ModuleAccess> modules) {
        this.modules = modules.stream()
                .sorted(Comparator.comparing(m -> m.getClass().getName()))
                .toList();
    }

    List<ModuleAccess> modules() {
        return modules;
    }

    /** Of pages, for whoever signs in. */
    List<AccessRule> screens() {
        return rules(Predicate.not(AccessRule::isApi));
    }

    /** Of the API, for programs with a token. */
    List<AccessRule> api() {
        return rules(AccessRule::isApi);
    }

    private List<AccessRule> rules(Predicate<AccessRule> which) {
        return modules.stream().flatMap(m -> m.rules().stream()).filter(which).toList();
    }
}
