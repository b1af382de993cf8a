/** Screens and API of this module; they see its doors only. */
@NullMarked
package org.shouwen.desk.web;

import org.jspecify.annotations.NullMarked;
