/** 风险预警: what the machine sees rising in appeals and orders, and what named people make of it (Art. 2, 19, ruling 16). */
@ApplicationModule(
        displayName = "风险预警",
        allowedDependencies = {
            "access",
            "accounts",
            "acts",
            "appeal",
            "calendar",
            "confidentiality",
            "directory",
            "handover",
            "history",
            "identity",
            "jdbc",
            "jobs",
            "problems",
            "regulation",
            "reporting",
            "retention",
            "suggestion"
        })
@NullMarked
package org.shouwen.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
