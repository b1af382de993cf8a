/** 知识库: articles that answer questions, and the engine that finds the article and the passage for a question. */
@ApplicationModule(
        displayName = "知识库",
        allowedDependencies = {
            "blobs",
            "jdbc",
            "access",
            "accounts",
            "calendar",
            "cli",
            "confidentiality",
            "directory",
            "history",
            "identity",
            "jobs",
            "problems",
            "regulation",
            "retention",
            "roster",
            "rowsecurity",
            "search",
            "tables",
            "throttle"
        })
@NullMarked
package org.shouwen.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
