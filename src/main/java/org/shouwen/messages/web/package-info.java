@NullMarked
package org.shouwen.messages.web;

import org.jspecify.annotations.NullMarked;
