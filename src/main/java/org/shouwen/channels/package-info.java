/** 渠道: wire formats of the ways in which appeals come and answers go, each in a module of its own, and nothing else. */
@ApplicationModule(
        displayName = "渠道",
        allowedDependencies = {})
@NullMarked
package org.shouwen.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
