@NullMarked
package org.shouwen.channels.open311;

import org.jspecify.annotations.NullMarked;
