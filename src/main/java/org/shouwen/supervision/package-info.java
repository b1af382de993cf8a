/** 督办: what calls for supervision, the first by phone or on site, the second by document, and who did not answer (A16). */
@ApplicationModule(
        displayName = "督办",
        allowedDependencies = {
            "jdbc",
            "access",
            "acts",
            "jobs",
            "rowsecurity",
            "problems",
            "search",
            "regulation",
            "calendar",
            "history",
            "attachments",
            "confidentiality",
            "documents",
            "directory",
            "accounts",
            "identity",
            "workorder",
            "callback"
        })
@NullMarked
package org.shouwen.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
