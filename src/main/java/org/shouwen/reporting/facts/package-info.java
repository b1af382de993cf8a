/** Facts: what is counted of each order, callback and supervision, kept beside the journal and derived from it. */
@NullMarked
package org.shouwen.reporting.facts;

import org.jspecify.annotations.NullMarked;
