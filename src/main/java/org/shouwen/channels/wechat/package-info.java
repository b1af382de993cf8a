/** 微信: the city's WeChat official account in safe mode, both ways. */
@ApplicationModule(
        displayName = "微信",
        allowedDependencies = {
            "access",
            "appeal",
            "attachments",
            "identity",
            "inbound",
            "notification",
            "peers",
            "problems"
        })
@NullMarked
package org.shouwen.channels.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
