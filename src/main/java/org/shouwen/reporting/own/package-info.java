/** 本单位分析: a unit's own figures, sections, persons and callbacks (Art. 4). */
@NullMarked
package org.shouwen.reporting.own;

import org.jspecify.annotations.NullMarked;
