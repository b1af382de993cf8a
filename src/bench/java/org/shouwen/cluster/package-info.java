/** A whole cluster on one machine, from Debian's packages, whose members are killed under load. */
@NullMarked
package org.shouwen.cluster;

import org.jspecify.annotations.NullMarked;
