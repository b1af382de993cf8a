/** 留言板: posts of message boards, as their exports have them (人民网领导留言板). */
@ApplicationModule(
        displayName = "留言板",
        allowedDependencies = {"appeal", "cli", "history", "identity", "problems", "suggestion", "tables"})
@NullMarked
package org.shouwen.channels.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
