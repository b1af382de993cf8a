/** 来电处置: rulings on long-running invalid, malicious or harassing calls; by two persons, for a term, never automatic (A20). */
@ApplicationModule(
        displayName = "来电处置",
        allowedDependencies = {
            "jdbc",
            "access",
            "jobs",
            "keys",
            "problems",
            "regulation",
            "calendar",
            "history",
            "documents",
            "attachments",
            "confidentiality",
            "accounts",
            "identity",
            "notification",
            "appeal"
        })
@NullMarked
package org.shouwen.callermeasures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
