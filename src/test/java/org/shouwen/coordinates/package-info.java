@NullMarked
package org.shouwen.coordinates;

import org.jspecify.annotations.NullMarked;
