/** 公众端: the citizens' pages. */
@ApplicationModule(
        displayName = "公众端",
        allowedDependencies = {
            "access",
            "keys",
            "throttle",
            "problems",
            "regulation",
            "calendar",
            "history",
            "directory",
            "identity",
            "notification",
            "workorder",
            "handover",
            "appeal",
            "attachments",
            "suggestion",
            "shell"
        })
@NullMarked
package org.shouwen.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
