/** 短信: short messages as gateways carry them, both ways. */
@ApplicationModule(
        displayName = "短信",
        allowedDependencies = {"access", "identity", "inbound", "jobs", "notification", "problems"})
@NullMarked
package org.shouwen.channels.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
