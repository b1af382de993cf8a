package org.shouwen.search;

import java.util.Map;
import java.util.UUID;

/** What was said of an appeal after it had come in, for orders, whose owner knows neither the appellant nor what they added. */
public interface WordsOfAppeals {
    /**
     * What units reported, and what the appellants added, without what would lead to them.
     *
     * @param reported by appeal, as the units wrote it; empty where nothing is reported yet
     * @return by appeal; appeals of which there is nothing are left out
     */
    Map<UUID, String> after(Map<UUID, String> reported);
}
