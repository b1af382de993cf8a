/** 研判建议: what the machine proposes about an appeal, with its reason; a named person decides (ruling 16). */
@ApplicationModule(
        displayName = "研判建议",
        allowedDependencies = {
            "jdbc",
            "access",
            "accounts",
            "calendar",
            "cli",
            "directory",
            "history",
            "jobs",
            "problems",
            "regulation",
            "retention",
            "tables"
        })
@NullMarked
package org.shouwen.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
