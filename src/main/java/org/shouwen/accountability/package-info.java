/** 追究: breaches of the first-asked duty, heard, found, mitigated and referred (A22–A24). */
@ApplicationModule(
        displayName = "追究",
        allowedDependencies = {
            "jdbc",
            "access",
            "acts",
            "problems",
            "search",
            "rowsecurity",
            "documents",
            "attachments",
            "regulation",
            "calendar",
            "confidentiality",
            "history",
            "directory",
            "accounts",
            "identity",
            "workorder",
            "supervision"
        })
@NullMarked
package org.shouwen.accountability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
