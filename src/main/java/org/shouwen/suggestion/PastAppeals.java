package org.shouwen.suggestion;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouwen.accounts.CurrentUser;

/** The city's own past, as whoever keeps the appeals gives it. */
public interface PastAppeals {
    /** @param text title, content and what was wanted, as it was said */
    record Told(UUID id, String number, Instant at, String text) {}

    /** Hands over the latest appeals, newest first, and says how many there were. */
    int latest(int most, Consumer<Told> each);

    /** The same texts as this reader may see them: masked, and without appeals that are not there for them (Art. 21). */
    Map<UUID, String> masked(Collection<UUID> ids, CurrentUser reader);
}
