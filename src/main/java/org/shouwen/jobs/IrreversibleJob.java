package org.shouwen.jobs;

/**
 * Work that destroys what is old and can't be taken back. It rests for a day after the clock leapt forward, so that a wrong
 * year does not erase people whose term has not come; what is due is destroyed a day later.
 */
public interface IrreversibleJob extends Job {}
