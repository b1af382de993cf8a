package org.shouwen.regulation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The edition with which a city begins that has only its own, and who named it: nothing is adopted that nobody named. */
@Component
final class FirstEdition {
    private final String id;
    private final String by;

    @Autowired
    FirstEdition(@Value("${shouwen.first-edition:}") String id, @Value("${shouwen.first-edition-by:}") String by) {
        this.id = id.strip();
        this.by = by.strip();
    }

    String by() {
        return by;
    }

    /** @throws IllegalStateException when nobody named one that is there: without an edition there is no limit */
    Editions.Own named(Editions editions) {
        return editions.own().stream()
                .filter(own -> own.edition().id().equals(id) && !by.isEmpty())
                .filter(own -> own.edition().city().equals(editions.city()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "没有生效的办法版本：请由一人指定首个版本后再启动，设置 SHOUWEN_FIRST_EDITION（版本号）和 SHOUWEN_FIRST_EDITION_BY（姓名）。"
                                + "No edition holds: name the first one, SHOUWEN_FIRST_EDITION (its id) and"
                                + " SHOUWEN_FIRST_EDITION_BY (who names it). 可选 found: "
                                + editions.own().stream()
                                        .map(own -> own.edition().id())
                                        .toList()));
    }
}
