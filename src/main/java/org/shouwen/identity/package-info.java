/** 诉求人: the vault: all that identifies an appellant (Art. 21). */
@ApplicationModule(
        displayName = "诉求人",
        allowedDependencies = {"cli", "jobs", "keys", "problems", "accounts", "history", "regulation"})
@NullMarked
package org.shouwen.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
