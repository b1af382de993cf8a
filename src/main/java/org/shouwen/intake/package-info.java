/** 受理: appeals and what the desk does with each at once (Art. 7-12). */
@ApplicationModule(
        displayName = "受理",
        allowedDependencies = {
            "access",
            "cli",
            "jobs",
            "keys",
            "rowsecurity",
            "problems",
            "regulation",
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
            "tables",
            "workorder"
        })
@NullMarked
package org.shouwen.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
