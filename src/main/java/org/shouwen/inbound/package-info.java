/** 收件: what comes in over written channels: kept as it came, made into appeals, additions and ratings, or rejected with a reason. */
@ApplicationModule(
        displayName = "收件",
        allowedDependencies = {
            "access",
            "accounts",
            "appeal",
            "attachments",
            "history",
            "identity",
            "jdbc",
            "jobs",
            "keys",
            "notification",
            "problems",
            "regulation",
            "retention",
            "suggestion"
        })
@NullMarked
package org.shouwen.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
