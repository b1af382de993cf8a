@NullMarked
package org.shouwen.inbound.web;

import org.jspecify.annotations.NullMarked;
