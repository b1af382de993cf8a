/** 承办单位: units, their sections and officers, and whose duty which matter is (Art. 4, 15). */
@ApplicationModule(
        displayName = "承办单位",
        allowedDependencies = {"access", "cli", "problems", "regulation", "history", "tables"})
@NullMarked
package org.shouwen.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
