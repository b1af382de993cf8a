/** 链路追踪: what requests and jobs take, told to a collector by OpenTelemetry where a city switches it on. */
@ApplicationModule(
        displayName = "链路追踪",
        allowedDependencies = {"jobs"})
@NullMarked
package org.shouwen.traces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
