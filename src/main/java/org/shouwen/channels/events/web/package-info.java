/** The page of the receivers, and what a receiver may ask. */
@NullMarked
package org.shouwen.channels.events.web;

import org.jspecify.annotations.NullMarked;
