/** 准入: the roles of people and programs. */
@ApplicationModule(
        displayName = "准入",
        allowedDependencies = {"problems"})
@NullMarked
package org.shouwen.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
