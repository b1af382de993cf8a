/** 保密: the parties of a case, and who must not know whom (A21): one policy and one predicate. */
@ApplicationModule(
        displayName = "保密",
        allowedDependencies = {"jdbc", "rowsecurity", "regulation", "history", "directory", "accounts", "identity"})
@NullMarked
package org.shouwen.confidentiality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
