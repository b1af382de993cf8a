/** 到期销毁: the terms after which a person is forgotten (Art. 21); each owner erases its own through a port. */
@ApplicationModule(
        displayName = "到期销毁",
        allowedDependencies = {
            "jdbc",
            "attachments",
            "blobs",
            "calendar",
            "confidentiality",
            "history",
            "identity",
            "jobs",
            "problems",
            "regulation"
        })
@NullMarked
package org.shouwen.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
