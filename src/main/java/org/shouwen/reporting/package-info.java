/** 考核分析: facts, figures and the evaluation of units; writes nothing of anyone else's (Art. 2, 3). */
@ApplicationModule(
        displayName = "考核分析",
        allowedDependencies = {
            "jdbc",
            "access",
            "accountability",
            "callback",
            "cli",
            "confidentiality",
            "history",
            "identity",
            "jobs",
            "regulation",
            "retention",
            "rowsecurity",
            "search",
            "supervision",
            "tables",
            "calendar",
            "directory",
            "documents",
            "accounts",
            "workorder",
            "appeal",
            "problems"
        })
@NullMarked
package org.shouwen.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
