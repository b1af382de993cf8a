/** 问题: what can be wrong with a request, in words that screens and API share. */
@ApplicationModule(
        displayName = "问题",
        allowedDependencies = {})
@NullMarked
package org.shouwen.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
