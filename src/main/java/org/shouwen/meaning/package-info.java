/** 语义: words as vectors, made by a process of its own that a city switches on. */
@ApplicationModule(
        displayName = "语义",
        allowedDependencies = {"cli", "peers", "regulation"})
@NullMarked
package org.shouwen.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
