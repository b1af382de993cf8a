package org.shouwen.notification;

/**
 * Carries messages to people outside, one way. Has a thread of its own, so that a peer that does not answer keeps nobody of
 * another way waiting; it answers within half a minute whatever the peer does.
 */
public interface Carrier {
    Way way();

    /** Whether the city has switched it on. */
    boolean there();

    Tried carry(Parcel parcel);

    /** The ways, in the order in which they are chosen where a person can be reached by several. */
    enum Way {
        WECHAT("wechat:"),
        MAIL("mailto:"),
        SMS("tel:");

        private final String scheme;

        Way(String scheme) {
            this.scheme = scheme;
        }

        boolean takes(Address address) {
            return address.uri().startsWith(scheme);
        }
    }
}
