/** 坐标: where something is, with the datum in which it was said; converted where it comes in or leaves. */
@ApplicationModule(
        displayName = "坐标",
        allowedDependencies = {"regulation"})
@NullMarked
package org.shouwen.coordinates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
