package org.shouwen.jobs;

/**
 * Work that has a thread of its own: work that must never be late, and work that waits for others outside this machine. All
 * other work shares two threads, so that a long one may keep the rest waiting.
 */
public interface OwnThreadJob extends Job {}
