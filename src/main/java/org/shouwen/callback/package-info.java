/** 回访: which closed orders are called back, and what the people say (Art. 14). */
@ApplicationModule(
        displayName = "回访",
        allowedDependencies = {
            "jdbc",
            "access",
            "acts",
            "jobs",
            "rowsecurity",
            "problems",
            "regulation",
            "calendar",
            "confidentiality",
            "history",
            "identity",
            "directory",
            "accounts",
            "workorder"
        })
@NullMarked
package org.shouwen.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
