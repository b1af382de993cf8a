/** 留痕: what happened, append-only and chained, so that nothing can be changed without showing. */
@ApplicationModule(
        displayName = "留痕",
        allowedDependencies = {"blobs", "gauges", "cli", "jobs", "keys", "problems", "rowsecurity"})
@NullMarked
package org.shouwen.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
