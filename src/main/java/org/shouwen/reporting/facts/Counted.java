package org.shouwen.reporting.facts;

import org.shouwen.regulation.Pure;

/**
 * What a fact is a case of. Each has a bit in the stored columns {@code counted}, {@code met} and {@code adjusted}; a bit
 * is never given another meaning. What "met" means stands beside each; where nothing does, the case is only counted.
 */
@Pure
public enum Counted {
    /** An order by the day of its registration; met: dispatched in time. */
    DISPATCH(0),
    /** An order by the day of its first dispatch; met: never returned and never dispatched anew. */
    FIRST_DISPATCH(1),
    /** The same; value: how often it was dispatched. */
    HOPS(2, true),
    /** A unit's turn by the day of its dispatch, when its receipt is decided; met: received in time (Art. 13.1). */
    RECEIPT(3),
    /** A unit's turn, when it is closed or late; met: handled in time (Art. 13.2). */
    HANDLING(4),
    /** A unit's turn that is closed; value: working days from dispatch to the report that was accepted. */
    ANSWER_DAYS(5, true),
    /** A unit's turn; met: the appellant was contacted within the days that the figures name. */
    CONTACT(6),
    EXTENSION_ASKED(7),
    EXTENSION_GRANTED(8),
    EXTENSION_REFUSED(9),
    RETURN_ASKED(10),
    RETURN_GRANTED(11),
    RETURN_REFUSED(12),
    /** 重办 (ruling 8). */
    REWORK(13),
    SUPERVISION_FIRST(14),
    SUPERVISION_SECOND(15),
    /** A supervision that was answered late or escalated, once. */
    SUPERVISION_LATE(16),
    /** An assisting unit's part, when it came in or was late; met: in time. */
    PART(17),
    /** An urgent order; value: minutes from the first answered call to being on site (Art. 17). */
    ON_SITE(18, true),
    CLOSED(19),
    REOPENED(20),
    /** A callback by its first call. */
    CALLED(21),
    /** A callback when it came to its end; met: the person was reached. */
    REACHED(22),
    /** Met: the person says it is solved; by the last call. */
    SOLVED(23),
    /** Met: the person says the report was true; by the last call. */
    TRUTHFUL(24),
    /** Met: satisfied, as said at the first call that reached the person. */
    SATISFIED_FIRST(25),
    /** Met: satisfied, as said at the last call. */
    SATISFIED_FINAL(26),
    /** A rating on the portal; met: satisfied. */
    RATED(27),
    /** A rating on the portal; met: solved. */
    RATED_SOLVED(28),
    /** An appeal that came in. */
    TAKEN(29),
    /** An appeal that the desk settled at once: answered, guided or declined; met: answered. */
    DESK_ANSWERED(30),
    DESK_GUIDED(31),
    DESK_DECLINED(32),
    DESK_ORDERED(33),
    /** A declined appeal that was reviewed; met: the decline was overturned. */
    REVIEW(34),
    /** A closed order whose person came again with the same class of matter within 30 days, by the day they came. */
    REPEAT(35),
    /** A verified breach; met: the unit's second or later within twelve months (Art. 23.4). */
    BREACH(36),
    /** A call to the hotline; met: an agent lifted (GB/T 33358). */
    PHONE_OFFERED(37),
    /** A call to the hotline; met: an agent lifted within 15 seconds. */
    PHONE_SOON(38),
    /** A caller who hung up before anybody lifted; met: in less than five seconds. */
    PHONE_ABANDONED(39),
    /** An answered call; value: seconds from the queue to the lift. */
    PHONE_WAITED(40, true),
    /** An answered call; value: seconds of talk. */
    PHONE_TALKED(41, true),
    /** An answered call; value: seconds of work after it. */
    PHONE_AFTER(42, true),
    /** A person whom nobody lifted for and who did not get through by themselves; met: called back and reached. */
    PHONE_MISSED(43),
    /** A person who was called back; value: minutes since they were missed first. */
    PHONE_RETURNED(44, true),
    /** A unit's filing of its own rules; met: its first. */
    RULES_FILED(45),
    /** A unit by the day on which its rules had to be filed; met: filed by then (Art. 15). */
    RULES_DUE(46),
    /** A shift that came, by its day; met: somebody was there (Art. 4). */
    SHIFT(47),
    /** A unit's look through its part of the knowledge base or the directory, done or due; met: in time (Art. 4). */
    UPKEEP(48),
    /** A review of an article, done or due; met: in time. */
    ARTICLE_REVIEW(49),
    /** A report of something wrong or missing in the knowledge base, settled or due; met: settled in time. */
    FLAW(50),
    /** An article or published answer that an appeal was answered from, by the unit whose it is (Art. 12.1). */
    ANSWER_USED(51),
    /** A risk warning by the day it was raised; met: a person confirmed it. */
    WARNING(52),
    /** A confirmed warning of the same matter from several; met: raised before its fifth appeal. */
    WARNING_SOON(53),
    /** A day on which an agent was ready, busy or away. */
    AGENT_DAY(54),
    /** An agent's day; value: minutes ready. */
    AGENT_READY(55, true),
    /** An agent's day; value: minutes of calls and of work after them, as the telephone system tells them. */
    AGENT_BUSY(56, true),
    /** An agent's day; value: minutes away. */
    AGENT_AWAY(57, true);

    private final int bit;
    private final boolean valued;

    Counted(int bit) {
        this(bit, false);
    }

    Counted(int bit, boolean valued) {
        this.bit = bit;
        this.valued = valued;
    }

    public int bit() {
        return bit;
    }

    /** @throws IllegalArgumentException of a bit that is none's */
    public static Counted ofBit(int bit) {
        for (Counted as : values()) if (as.bit == bit) return as;
        throw new IllegalArgumentException("bit " + bit);
    }

    public long mask() {
        return 1L << bit;
    }

    /** Whether its cases carry a value; a fact has at most one such case. */
    public boolean valued() {
        return valued;
    }
}
