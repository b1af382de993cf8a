@NullMarked
package org.shouwen.knowledge.web;

import org.jspecify.annotations.NullMarked;
