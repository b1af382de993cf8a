/** 事件: what happens, told to other systems as signed events without a word of anybody's. */
@ApplicationModule(
        displayName = "事件",
        allowedDependencies = {
            "peers",
            "blobs",
            "access",
            "accounts",
            "history",
            "jdbc",
            "jobs",
            "keys",
            "problems",
            "regulation",
            "retention"
        })
@NullMarked
package org.shouwen.channels.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
