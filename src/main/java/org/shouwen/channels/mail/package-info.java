/** 邮件: mails as appeals, and answers in their thread. */
@ApplicationModule(
        displayName = "邮件",
        allowedDependencies = {"attachments", "identity", "inbound", "jdbc", "jobs", "keys", "notification", "problems"
        })
@NullMarked
package org.shouwen.channels.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
