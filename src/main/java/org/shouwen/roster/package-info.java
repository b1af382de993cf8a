/** 轮值: people of the units who come to the platform to train and to answer, and what each unit keeps up to date (A4). */
@ApplicationModule(
        displayName = "轮值",
        allowedDependencies = {
            "jdbc",
            "access",
            "problems",
            "regulation",
            "calendar",
            "history",
            "directory",
            "accounts"
        })
@NullMarked
package org.shouwen.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
