/** The API of this module; it sees its doors only. */
@NullMarked
package org.shouwen.channels.open311.web;

import org.jspecify.annotations.NullMarked;
