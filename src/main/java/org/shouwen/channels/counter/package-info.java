/** 窗口: the machine in a hall that gives out queue numbers. */
@ApplicationModule(
        displayName = "窗口",
        allowedDependencies = {"desk", "peers"})
@NullMarked
package org.shouwen.channels.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
