/** 运行维护: backup and restore, how the product is, and what an upgrade would do. */
@ApplicationModule(
        displayName = "运行维护",
        allowedDependencies = {
            "access",
            "blobs",
            "cli",
            "embedded",
            "gauges",
            "history",
            "jdbc",
            "jobs",
            "keys",
            "retention"
        })
@NullMarked
package org.shouwen.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
