/** What partners' systems ask, and the dispatcher's page of what they told. */
@NullMarked
package org.shouwen.channels.exchange.web;

import org.jspecify.annotations.NullMarked;
