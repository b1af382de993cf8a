/** 公文: documents in the official layout, for whatever has to leave the system on paper. */
@ApplicationModule(
        displayName = "公文",
        allowedDependencies = {})
@NullMarked
package org.shouwen.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
