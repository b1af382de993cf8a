/** 电话: what exchanges and SIP proxies say of calls, in their own formats, and how they are asked to dial. */
@ApplicationModule(
        displayName = "电话",
        allowedDependencies = {"desk", "jobs", "peers"})
@NullMarked
package org.shouwen.channels.telephone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
