/** 限速: whoever guesses waits longer each time; counted in the database, so that no restart and no second node forgets. */
@ApplicationModule(
        displayName = "限速",
        allowedDependencies = {"jobs", "keys"})
@NullMarked
package org.shouwen.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
