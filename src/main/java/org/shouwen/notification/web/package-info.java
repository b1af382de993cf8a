@NullMarked
package org.shouwen.notification.web;

import org.jspecify.annotations.NullMarked;
