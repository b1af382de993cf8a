/** 表格: tables and lines of text as offices keep them, read in one way for all imports. */
@ApplicationModule(
        displayName = "表格",
        allowedDependencies = {"problems"})
@NullMarked
package org.shouwen.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
