/** 命令: what can be done from the command line; each module brings its own. */
@ApplicationModule(
        displayName = "命令",
        allowedDependencies = {})
@NullMarked
package org.shouwen.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
