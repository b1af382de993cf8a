/** 定时: recurring work, done by one node at a time, on schedules kept in the database. */
@ApplicationModule(
        displayName = "定时",
        allowedDependencies = {"gauges"})
@NullMarked
package org.shouwen.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
