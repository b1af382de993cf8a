package org.shouwen.search.web;

import java.util.List;

/**
 * A filter of the page: what can be chosen, and how many things each choice leaves.
 *
 * @param name of its parameter
 * @param choices what is chosen first, then the most frequent
 */
record Facet(String name, List<Choice> choices) {
    Facet {
        choices = List.copyOf(choices);
    }

    /** @param count how many, as people read it, such as 37 or 37+; empty where it is not counted */
    record Choice(String value, String label, String count, boolean chosen) {}
}
