@NullMarked
package org.shouwen.channels.letters.web;

import org.jspecify.annotations.NullMarked;
