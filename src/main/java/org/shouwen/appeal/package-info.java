/** 受理: appeals: taking, disposing of and reviewing them, their own history and their alarms of danger (Art. 7-12). */
@ApplicationModule(
        displayName = "受理",
        allowedDependencies = {
            "gauges",
            "jdbc",
            "access",
            "keys",
            "rowsecurity",
            "search",
            "problems",
            "regulation",
            "retention",
            "jobs",
            "calendar",
            "history",
            "directory",
            "accounts",
            "identity",
            "notification",
            "attachments",
            "confidentiality",
            "knowledge",
            "suggestion",
            "workorder"
        })
@NullMarked
package org.shouwen.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
