package org.shouwen.appeal;

import org.shouwen.suggestion.Urgency;

/**
 * What {@link AppealValidator} made of an appeal: clean, none of it longer than its field, and every code known. Whoever
 * has it cleans and checks nothing again.
 *
 * @param channel code of the edition's channels
 * @param channelRef the channel's own reference; empty where it has none
 * @param urgency what the words tell of danger and urgency
 */
record CheckedAppeal(AppealContent content, String channel, String channelRef, Urgency urgency) {}
