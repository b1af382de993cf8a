@NullMarked
package org.shouwen.roster.web;

import org.jspecify.annotations.NullMarked;
