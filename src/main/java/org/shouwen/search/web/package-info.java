/** Screens and API of this module; they see its doors only. */
@NullMarked
package org.shouwen.search.web;

import org.jspecify.annotations.NullMarked;
