/** 坐席: the workplace of whoever takes appeals: forms half typed, calls, who is calling, what is proposed (Art. 7-12). */
@ApplicationModule(
        displayName = "坐席",
        allowedDependencies = {
            "blobs",
            "access",
            "accounts",
            "appeal",
            "attachments",
            "calendar",
            "directory",
            "history",
            "identity",
            "jdbc",
            "jobs",
            "knowledge",
            "notification",
            "problems",
            "regulation",
            "retention",
            "search",
            "suggestion",
            "warning",
            "workorder"
        })
@NullMarked
package org.shouwen.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
