/** 协调: what is handed to the petition office, and special reports to city leaders; chased until answered (A18, A19). */
@ApplicationModule(
        displayName = "协调",
        allowedDependencies = {
            "jdbc",
            "access",
            "acts",
            "problems",
            "search",
            "regulation",
            "calendar",
            "history",
            "documents",
            "attachments",
            "confidentiality",
            "directory",
            "rowsecurity",
            "accounts",
            "identity",
            "notification",
            "workorder"
        })
@NullMarked
package org.shouwen.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
