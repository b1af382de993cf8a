@NullMarked
package org.shouwen.channels.wechat.web;

import org.jspecify.annotations.NullMarked;
