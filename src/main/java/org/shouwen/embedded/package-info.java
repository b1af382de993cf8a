/** 自带数据库: runs a durable PostgreSQL from its own binaries under one folder. */
@ApplicationModule(
        displayName = "自带数据库",
        allowedDependencies = {})
@NullMarked
package org.shouwen.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
