/** Maps of a city's places, shaded by what happened there (Art. 2). */
@NullMarked
package org.shouwen.reporting.maps;

import org.jspecify.annotations.NullMarked;
