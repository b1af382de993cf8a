/** 诉求人: the vault: all that identifies an appellant (Art. 21). */
@ApplicationModule(
        displayName = "诉求人",
        allowedDependencies = {
            "access",
            "cli",
            "jobs",
            "keys",
            "problems",
            "accounts",
            "calendar",
            "directory",
            "history",
            "regulation"
        })
@NullMarked
package org.shouwen.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
