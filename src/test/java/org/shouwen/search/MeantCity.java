package org.shouwen.search;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.meaning.BroughtModel;
import org.shouwen.meaning.Embedder;
import org.springframework.beans.factory.annotation.Autowired;

/** A city with an index, and the real model beside it. */
abstract class MeantCity extends IndexedCity {
    @TempDir
    static Path home;

    @Autowired
    Embedder embedder;

    @Autowired
    MeaningJob meaning;

    @Autowired
    MeaningStore meanings;

    @Autowired
    MeaningWalk walk;

    @BeforeEach
    void the_model_is_there() throws Exception {
        BroughtModel.assumed();
        if (!embedder.ready()) BroughtModel.keep(embedder, home);
    }

    @AfterEach
    void ended() {
        BroughtModel.end(embedder);
    }

    void made() {
        index.now();
        meaning.run();
    }

    static List<String> numbers(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::number).toList();
    }

    List<String> meant(CurrentUser who, String words) {
        return numbers(searches.findAlsoMeant(who, SearchQuery.of(words)).meant());
    }
}
