package org.shouwen.regulation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type whose methods depend on their arguments alone: no Spring, no database, no clock, no file, no network, no
 * chance. What is nested in it and what it stands on is held to the same ({@code PureClassesTest}).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Pure {}
