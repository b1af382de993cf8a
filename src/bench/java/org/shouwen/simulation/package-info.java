/** 演练: a year of a city through the real core, on a clock that the simulation moves, held every day against the rulings. */
@ApplicationModule(
        displayName = "演练",
        allowedDependencies = {
            "jobs",
            "regulation",
            "calendar",
            "history",
            "attachments",
            "directory",
            "accounts",
            "identity",
            "workorder",
            "appeal",
            "supervision",
            "embedded",
            "starter"
        })
@NullMarked
package org.shouwen.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
