/** 工单: an order's life from dispatch to close (Art. 13). */
@ApplicationModule(
        displayName = "工单",
        allowedDependencies = {
            "gauges",
            "jdbc",
            "access",
            "acts",
            "jobs",
            "keys",
            "problems",
            "regulation",
            "search",
            "calendar",
            "history",
            "attachments",
            "confidentiality",
            "retention",
            "directory",
            "accounts",
            "knowledge",
            "suggestion"
        })
@NullMarked
package org.shouwen.workorder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
