/** 组件: what the product is made of, and which known vulnerabilities that has. */
@ApplicationModule(
        displayName = "组件",
        allowedDependencies = {"cli"})
@NullMarked
package org.shouwen.components;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
