/** 密钥: secret keys, which lie outside the database. */
@ApplicationModule(
        displayName = "密钥",
        allowedDependencies = {"problems"})
@NullMarked
package org.shouwen.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
