@NullMarked
package org.shouwen.callback.web;

import org.jspecify.annotations.NullMarked;
