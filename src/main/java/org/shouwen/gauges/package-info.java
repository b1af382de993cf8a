/** 指标: figures of how things stand now, which each module brings for whoever watches from outside. */
@ApplicationModule(
        displayName = "指标",
        allowedDependencies = {})
@NullMarked
package org.shouwen.gauges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
