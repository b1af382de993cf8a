/** 工作日: working days of the State Council, and limits that explain themselves. */
@ApplicationModule(
        displayName = "工作日",
        allowedDependencies = {"gauges", "jdbc", "access", "cli", "problems", "regulation", "history", "tables"})
@NullMarked
package org.shouwen.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
