/** 起步城市: loads the starter city on the first start. */
@ApplicationModule(
        displayName = "起步城市",
        allowedDependencies = {"accounts", "directory", "history", "problems"})
@NullMarked
package org.shouwen.starter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
