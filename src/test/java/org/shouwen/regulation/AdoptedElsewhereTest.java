package org.shouwen.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 26: an order that was taken under an edition which another node adopted a moment ago is read here at once. */
@Basis(Clause.A26)
@ShouwenTest
class AdoptedElsewhereTest {
    @Autowired
    Editions editions;

    @Autowired
    AdoptionStore store;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @TempDir
    Path home;

    @Test
    void an_edition_that_another_node_adopted_is_known_when_it_is_asked_for() throws Exception {
        Files.writeString(
                Files.createDirectories(home.resolve("editions")).resolve("own.yaml"),
                EditionDraftsTest.shipped()
                        .replace("id: dandong-2026", "id: dandong-2035")
                        .replace("effective: '2026-01-01'", "effective: '2035-01-01'"));
        Adoptions other =
                new Adoptions(store, new Editions("丹东市", home), history, transaction, clock, new FirstEdition("", ""));
        other.begin();
        other.ask("dandong-2035", other.proposals().getFirst().sha256(), new Actor(UUID.randomUUID(), "管理员", null));
        UUID asked =
                Objects.requireNonNull(other.proposals().getFirst().adoption()).id();
        other.decide(asked, true, new Actor(UUID.randomUUID(), "营商局", null));
        assertThat(editions.get("dandong-2035").id()).isEqualTo("dandong-2035");
        assertThat(editions.find("dandong-2099")).isEmpty();
    }
}
