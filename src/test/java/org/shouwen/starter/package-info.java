@NullMarked
package org.shouwen.starter;

import org.jspecify.annotations.NullMarked;
