/** 文件存储: bytes kept under their hash, wherever a city keeps them. */
@ApplicationModule(
        displayName = "文件存储",
        allowedDependencies = {"gauges", "jobs", "peers", "problems"})
@NullMarked
package org.shouwen.blobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
