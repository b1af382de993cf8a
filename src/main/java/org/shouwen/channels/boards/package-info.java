/** 留言板: posts of message boards, as their exports have them (人民网领导留言板, 互联网+督查), and the results that go back. */
@ApplicationModule(
        displayName = "留言板",
        allowedDependencies = {
            "accounts",
            "appeal",
            "blobs",
            "calendar",
            "channels.exchange",
            "cli",
            "confidentiality",
            "history",
            "identity",
            "inbound",
            "jdbc",
            "keys",
            "problems",
            "regulation",
            "retention",
            "suggestion",
            "tables"
        })
@NullMarked
package org.shouwen.channels.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
