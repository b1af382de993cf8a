/** 行为: an act as a table of its fields, from which forms and the API are read and described in one way. */
@ApplicationModule(
        displayName = "行为",
        allowedDependencies = {"problems", "regulation"})
@NullMarked
package org.shouwen.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
