/** 报备: each unit's own first-inquiry rules, filed with the Bureau, and who is late (A15). */
@ApplicationModule(
        displayName = "报备",
        allowedDependencies = {
            "jdbc",
            "access",
            "problems",
            "regulation",
            "calendar",
            "history",
            "attachments",
            "directory",
            "accounts"
        })
@NullMarked
package org.shouwen.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
