package org.shouwen.search;

import java.time.Instant;
import java.util.UUID;

/**
 * 已存检索: a search that a person asks again and again.
 *
 * @param name of their own
 * @param query names and values as in the page's address, see {@link SearchParameters}
 */
public record SavedSearch(UUID id, String name, String query, Instant madeAt, long version) {}
