/** 考核分析: boards and figures; writes nothing of anyone's (Art. 2, 3). */
@ApplicationModule(
        displayName = "考核分析",
        allowedDependencies = {
            "cli",
            "jobs",
            "keys",
            "problems",
            "regulation",
            "calendar",
            "history",
            "directory",
            "accounts",
            "citizens",
            "messages",
            "workorder",
            "intake"
        })
@NullMarked
package org.shouwen.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
