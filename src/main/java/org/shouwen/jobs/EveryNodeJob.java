package org.shouwen.jobs;

/**
 * Work that each node does for itself, on a timer of its own: taking up what another node changed, bringing what lies on
 * this one to where all see it. All other work is done by one node at a time.
 */
public interface EveryNodeJob extends Job {}
