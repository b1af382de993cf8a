/** 办法: every clause of the Measures as a constant, and the editions that carry its numbers. */
@ApplicationModule(
        displayName = "办法",
        allowedDependencies = {"jdbc", "access", "problems", "history", "jobs"})
@NullMarked
package org.shouwen.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
