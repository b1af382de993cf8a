/** Shouwen 首问: a regulation for a city's hotline, made executable. */
@NullMarked
package org.shouwen;

import org.jspecify.annotations.NullMarked;
