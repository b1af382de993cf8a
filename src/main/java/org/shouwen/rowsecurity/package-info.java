/** 第二道墙: the database's own rules under the application's: what it may write, and which rows a unit may see. */
@ApplicationModule(
        displayName = "第二道墙",
        allowedDependencies = {"gauges", "keys", "problems"})
@NullMarked
package org.shouwen.rowsecurity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
