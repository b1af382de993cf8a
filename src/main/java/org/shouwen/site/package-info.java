/** 外壳: page frame, sign-in, security, errors. */
@ApplicationModule(
        displayName = "外壳",
        allowedDependencies = {
            "cli",
            "jobs",
            "keys",
            "throttle",
            "wall",
            "problems",
            "regulation",
            "calendar",
            "history",
            "directory",
            "accounts",
            "citizens",
            "messages",
            "workorder",
            "intake",
            "reporting",
            "supervision",
            "filing",
            "coordination",
            "accountability",
            "nuisance",
            "roster",
            "portal"
        })
@NullMarked
package org.shouwen.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
