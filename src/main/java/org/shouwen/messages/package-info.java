/** 告知: the outbox of what people are told. */
@ApplicationModule(
        displayName = "告知",
        allowedDependencies = {"jobs", "problems", "regulation", "citizens", "history", "accounts"})
@NullMarked
package org.shouwen.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
