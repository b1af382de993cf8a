/** 系统对接: matters that go to and fro between the platform and 110, the province and the petition office (Art. 2, 18). */
@ApplicationModule(
        displayName = "系统对接",
        allowedDependencies = {
            "peers",
            "access",
            "accounts",
            "appeal",
            "blobs",
            "calendar",
            "callback",
            "cli",
            "confidentiality",
            "handover",
            "history",
            "identity",
            "inbound",
            "jdbc",
            "jobs",
            "keys",
            "problems",
            "regulation",
            "retention",
            "tables"
        })
@NullMarked
package org.shouwen.channels.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
