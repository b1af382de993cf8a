@NullMarked
package org.shouwen.operations.web;

import org.jspecify.annotations.NullMarked;
