/** Figures: definitions as data, and their values for any period. */
@NullMarked
package org.shouwen.reporting.figures;

import org.jspecify.annotations.NullMarked;
