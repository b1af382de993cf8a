/** 信件: scanned letters and faxes, read into a draft that a clerk confirms. */
@ApplicationModule(
        displayName = "信件",
        allowedDependencies = {
            "access",
            "accounts",
            "appeal",
            "attachments",
            "history",
            "identity",
            "inbound",
            "jobs",
            "problems",
            "suggestion"
        })
@NullMarked
package org.shouwen.channels.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
