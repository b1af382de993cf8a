/** 外壳: page frame, sign-in, security, errors. */
@ApplicationModule(
        displayName = "外壳",
        allowedDependencies = {
            "access",
            "acts",
            "embedded",
            "throttle",
            "peers",
            "rowsecurity",
            "problems",
            "regulation",
            "calendar",
            "history",
            "directory",
            "accounts"
        })
@NullMarked
package org.shouwen.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
