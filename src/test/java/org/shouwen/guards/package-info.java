/** What the compiler does not hold: each rule of the house in a test of its own that a violation turns red. */
@NullMarked
package org.shouwen.guards;

import org.jspecify.annotations.NullMarked;
