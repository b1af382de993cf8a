package org.shouwen.search;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Over which channel appeals came in, for orders, whose owner does not know it. */
public interface ChannelsOfAppeals {
    /** By id; appeals that there are not are left out. */
    Map<UUID, String> channels(Collection<UUID> appeals);
}
