@NullMarked
package org.shouwen.channels.sms.web;

import org.jspecify.annotations.NullMarked;
