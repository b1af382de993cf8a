/** 数据列: instants in columns, and numbers counted by year; what every store writes and reads in one way. */
@ApplicationModule(
        displayName = "数据列",
        allowedDependencies = {})
@NullMarked
package org.shouwen.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
