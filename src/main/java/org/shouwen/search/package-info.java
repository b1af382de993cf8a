/** 检索: one box in which appeals, orders, knowledge articles, units and their people are found by words and numbers. */
@ApplicationModule(
        displayName = "检索",
        allowedDependencies = {
            "jdbc",
            "access",
            "accounts",
            "calendar",
            "cli",
            "confidentiality",
            "directory",
            "gauges",
            "history",
            "identity",
            "jobs",
            "meaning",
            "problems",
            "regulation",
            "retention",
            "rowsecurity",
            "tables"
        })
@NullMarked
package org.shouwen.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
