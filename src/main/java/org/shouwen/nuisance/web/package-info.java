@NullMarked
package org.shouwen.nuisance.web;

import org.jspecify.annotations.NullMarked;
