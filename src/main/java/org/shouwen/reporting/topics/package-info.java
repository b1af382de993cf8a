/** 专题报告: what a search finds, told as trend, map, units, typical words and examples (Art. 2). */
@NullMarked
package org.shouwen.reporting.topics;

import org.jspecify.annotations.NullMarked;
