/** 对方系统: how other systems are asked over HTTP, so that none of them keeps a thread. */
@ApplicationModule(
        displayName = "对方系统",
        allowedDependencies = {})
@NullMarked
package org.shouwen.peers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
