/** 开放接口: Open311 GeoReport v2, over which programs bring appeals and read what is public of them. */
@ApplicationModule(
        displayName = "开放接口",
        allowedDependencies = {
            "blobs",
            "access",
            "appeal",
            "calendar",
            "cli",
            "coordinates",
            "directory",
            "history",
            "identity",
            "jdbc",
            "jobs",
            "problems",
            "regulation",
            "retention",
            "suggestion"
        })
@NullMarked
package org.shouwen.channels.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
