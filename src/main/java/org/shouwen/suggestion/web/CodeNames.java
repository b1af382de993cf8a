package org.shouwen.suggestion.web;

import java.util.HashMap;
import java.util.Map;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.springframework.stereotype.Component;

/** What people call the codes of classes and units that were proposed. */
@Component
class CodeNames {
    private final Directory directory;

    CodeNames(Directory directory) {
        this.directory = directory;
    }

    Map<String, String> all() {
        Map<String, String> names = new HashMap<>();
        for (Unit u : directory.units()) names.put(u.id().code(), u.name());
        directory.matterClasses().forEach(c -> names.put(c.code(), c.fullName()));
        return names;
    }
}
