/** 告知: the outbox of what people are told. */
@ApplicationModule(
        displayName = "告知",
        allowedDependencies = {"access", "jobs", "problems", "regulation", "identity", "history", "accounts"})
@NullMarked
package org.shouwen.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
