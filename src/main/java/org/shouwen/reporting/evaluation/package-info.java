/** Evaluation of units: schemes, results, objections, publications. */
@NullMarked
package org.shouwen.reporting.evaluation;

import org.jspecify.annotations.NullMarked;
