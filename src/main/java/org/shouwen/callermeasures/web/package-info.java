@NullMarked
package org.shouwen.callermeasures.web;

import org.jspecify.annotations.NullMarked;
