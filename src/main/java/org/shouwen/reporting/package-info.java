/** 考核分析: boards and figures; writes nothing of anyone's (Art. 2, 3). */
@ApplicationModule(
        displayName = "考核分析",
        allowedDependencies = {
            "access",
            "regulation",
            "calendar",
            "directory",
            "accounts",
            "workorder",
            "appeal",
            "problems"
        })
@NullMarked
package org.shouwen.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
