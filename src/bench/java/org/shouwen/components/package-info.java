/** Beside the product: what it is made of, and which known vulnerabilities that has. */
@NullMarked
package org.shouwen.components;

import org.jspecify.annotations.NullMarked;
