/** 准入: roles, and what each module says of who may open its pages and what stands in the menu. */
@ApplicationModule(
        displayName = "准入",
        allowedDependencies = {"problems"})
@NullMarked
package org.shouwen.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
