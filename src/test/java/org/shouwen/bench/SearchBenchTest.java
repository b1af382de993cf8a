package org.shouwen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.search.IndexRun;
import org.shouwen.search.SearchPage;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.Searches;
import org.shouwen.search.ThingKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code bench search} in short: what it loads is found, all of it, as often as the texts say. */
@ShouwenTest
@Import(IndexRun.class)
class SearchBenchTest {
    private static final int TEXTS = Integer.getInteger("shouwen.search.texts", 4_000);

    @Autowired
    Searches searches;

    @Autowired
    IndexRun index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void what_is_loaded_is_found_as_often_as_the_texts_say() throws Exception {
        index.now();
        index.now();
        List<String> texts;
        try (Connection c = owner.getConnection()) {
            texts = SearchLoader.load(c, new SearchTexts(List.of()), TEXTS);
        }
        Map<String, List<String>> words = SearchTexts.words(texts);
        assertThat(words).containsKeys("1 frequent", "2 middling", "2 frequent", "4 middling");
        long ofHeating = jdbc.sql(
                        "select count(*) from workorder.work_order where number like 'S%' and lead_unit = 'heating'")
                .query(Long.class)
                .single();
        for (CurrentUser who : List.of(People.DISPATCHER, People.BUREAU, People.desk("heating"))) {
            List<Double> ms = new ArrayList<>();
            for (List<String> group : words.values())
                for (String word : group) {
                    long from = System.nanoTime();
                    SearchPage page = searches.find(who, SearchQuery.of(word).kind(ThingKind.ORDER));
                    ms.add((System.nanoTime() - from) / 1e6);
                    long holding = texts.stream().filter(t -> t.contains(word)).count();
                    if (who.ofPlatform() && texts.size() == TEXTS)
                        assertThat(page.counts().all()).as(word).isBetween((int) Math.min(1000, holding), (int)
                                Math.min(1000, holding + 50));
                    else assertThat((long) page.counts().all()).isLessThanOrEqualTo(ofHeating + TEXTS);
                    assertThat(page.hits()).hasSize(Math.min(20, page.counts().all()));
                }
            ms.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%s over %d texts: p50 %.1f ms, p95 %.1f ms%n",
                    who.name(),
                    TEXTS,
                    ms.get(ms.size() / 2),
                    ms.get((int) (ms.size() * 0.95)));
        }
    }
}
