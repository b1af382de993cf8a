package org.shouwen.jobs;

/**
 * Work that destroys what is old and can't be taken back. It rests for a day after the clock leapt forward, and on a node
 * whose clock is more than a minute from the database's, so that a wrong year does not erase people whose term has not come;
 * what is due is destroyed later, or by a node whose clock is right.
 */
public interface IrreversibleJob extends Job {}
