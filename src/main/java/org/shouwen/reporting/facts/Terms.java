package org.shouwen.reporting.facts;

import org.shouwen.regulation.Pure;

/**
 * Limits that figures name and no edition does.
 *
 * @param dispatchUrgentMinutes from registration to the dispatch of an urgent order
 * @param dispatchDays working days from registration to the dispatch of any other
 * @param contactDays working days from dispatch to the first contact with the appellant
 */
@Pure
public record Terms(int dispatchUrgentMinutes, int dispatchDays, int contactDays) {}
