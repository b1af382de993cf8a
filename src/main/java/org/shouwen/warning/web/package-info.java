/** Screens and API of this module; they see its doors only. */
@NullMarked
package org.shouwen.warning.web;

import org.jspecify.annotations.NullMarked;
