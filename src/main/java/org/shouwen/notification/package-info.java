/** 告知: the outbox of what people are told. */
@ApplicationModule(
        displayName = "告知",
        allowedDependencies = {
            "peers",
            "gauges",
            "jdbc",
            "access",
            "accounts",
            "calendar",
            "confidentiality",
            "directory",
            "history",
            "identity",
            "jobs",
            "keys",
            "knowledge",
            "problems",
            "regulation",
            "retention",
            "rowsecurity",
            "workorder"
        })
@NullMarked
package org.shouwen.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
