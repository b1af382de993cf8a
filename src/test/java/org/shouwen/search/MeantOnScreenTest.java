package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.meaning.BroughtModel;
import org.shouwen.meaning.Embedder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The page and the API tell what means the same below what the words found; without the model they say nothing of it. */
@ShouwenTest
@Import(IndexRun.class)
class MeantOnScreenTest extends IndexedCity {
    private static final String ASKED = "q=" + URLEncoder.encode("晚上走路没有灯怎么办", StandardCharsets.UTF_8);

    @TempDir
    static Path home;

    @LocalServerPort
    int port;

    @Autowired
    Embedder embedder;

    @Autowired
    MeaningJob meaning;

    @Autowired
    Accounts accounts;

    private String lamp = "";

    @BeforeEach
    void an_order_in_other_words() throws Exception {
        BroughtModel.assumed();
        clock.set("2026-09-30T10:00");
        BroughtModel.keep(embedder, home);
        lamp = about("小区路灯不亮，夜里看不见路").dispatchedTo("housing").number();
        about("公交卡余额退款拖了三个月").dispatchedTo("heating");
        index.now();
        meaning.run();
    }

    @AfterEach
    void ended() {
        BroughtModel.end(embedder);
    }

    @Test
    void the_page_shows_it_apart_and_counts_nothing() throws Exception {
        String page =
                ScreenClient.as(port, "dispatcher").get("/search?" + ASKED).body();
        assertThat(page)
                .contains("id=\"meant\"", "没有同时含有这些词的", "/orders/" + lamp)
                .doesNotContain("没有查到");
        assertThat(page).containsPattern("class=\"sr-count\"[^>]*><b class=\"sw-num\">0</b>");
        assertThat(ScreenClient.as(port, "heating").get("/search?" + ASKED).body())
                .as("another unit's order")
                .doesNotContain(lamp);
        BroughtModel.end(embedder);
        assertThat(ScreenClient.as(port, "dispatcher").get("/search?" + ASKED).body())
                .contains("没有查到")
                .doesNotContain("意思相近");
    }

    @Test
    void the_API_tells_it_apart() throws Exception {
        ApiClient desk = ApiClient.of(port, accounts, "meant-desk", Role.DISPATCHER, null);
        JsonNode found = desk.get("/api/v1/search?" + ASKED).ok();
        assertThat(found.path("hits")).isEmpty();
        assertThat(found.path("counts").path("all").asInt()).isZero();
        assertThat(found.path("meant").toString()).contains(lamp);
        ApiClient unit = ApiClient.of(port, accounts, "meant-unit", Role.UNIT_DESK, "heating");
        assertThat(unit.get("/api/v1/search?" + ASKED).ok().path("meant").toString())
                .doesNotContain(lamp);
    }
}
