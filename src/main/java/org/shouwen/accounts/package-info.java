/** 账号: who signs in, with which role, and which programs hold a token. */
@ApplicationModule(
        displayName = "账号",
        allowedDependencies = {
            "blobs",
            "jdbc",
            "access",
            "cli",
            "keys",
            "problems",
            "directory",
            "history",
            "regulation",
            "rowsecurity"
        })
@NullMarked
package org.shouwen.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
