/** 基准: programs that measure the product beside the raw database doing the same writes. */
@ApplicationModule(
        displayName = "基准",
        allowedDependencies = {"embedded"})
@NullMarked
package org.shouwen.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
