package org.shouwen.reporting.facts;

import org.shouwen.regulation.Pure;

/** Under which codes a case is counted: those that its order or appeal has now (ruling 43); empty where none is known. */
@Pure
public record Heading(String number, String kind, String matterClass, String place, String channel) {}
