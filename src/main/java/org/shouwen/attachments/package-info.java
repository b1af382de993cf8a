/** 附件: photos, scans and documents, kept outside the rows and named by their hash in the history. */
@ApplicationModule(
        displayName = "附件",
        allowedDependencies = {"blobs", "jobs", "problems", "regulation", "history", "jdbc"})
@NullMarked
package org.shouwen.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
