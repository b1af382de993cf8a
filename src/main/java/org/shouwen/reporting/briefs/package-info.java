/** Weekly briefs and monthly reports: made by themselves, edited before they are sent, kept (Art. 2). */
@NullMarked
package org.shouwen.reporting.briefs;

import org.jspecify.annotations.NullMarked;
