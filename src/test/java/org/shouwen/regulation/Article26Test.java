package org.shouwen.regulation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.history.Actor;
import org.shouwen.history.ByHand;
import org.shouwen.history.History;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 26: editions hold from their date. A city's own takes effect by four eyes, and stays as it was adopted. */
@Basis(Clause.A26)
@ContextConfiguration(initializers = Article26Test.WithOwnEditions.class)
class Article26Test extends BrowserTest {
    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "管理员", null);
    private static final Actor BUREAU = new Actor(UUID.randomUUID(), "营商局", null);

    /** Two files of the city's own lie in its folder before the start. */
    static final class WithOwnEditions implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path folder = Path.of(String.valueOf(context.getEnvironment().getProperty("shouwen.home")), "editions");
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("next.yaml"), own("dandong-2027", "5wd"));
                Files.writeString(folder.resolve("other.yaml"), own("dandong-2028", "6wd"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static String own(String id, String ordinary) {
        try (var in = Edition.class.getClassLoader().getResourceAsStream("regulation/dandong-2026.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("id: dandong-2026", "id: " + id)
                    .replace("effective: '2026-01-01'", "effective: '%s-01-01'".formatted(id.substring(8)))
                    .replace("limit: 7wd", "limit: " + ordinary);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Autowired
    Adoptions adoptions;

    @Autowired
    Editions editions;

    @Autowired
    AdoptionStore store;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    TestClock clock;

    @Autowired
    VerificationProbe verification;

    private Adoptions.Proposal proposal(String id) {
        return adoptions.proposals().stream()
                .filter(p -> p.edition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_administrator_asks_and_the_bureau_adopts() {
        assertThat(editions.current(LATER).id()).isEqualTo("dandong-2026");
        Page admin = as("admin");
        admin.navigate("/editions");
        shot(admin, "edition-found");
        admin.click(".sw-card:has-text('dandong-2027') button:text-is('申请生效')");
        assertThat(admin.locator(".sw-card:has-text('dandong-2027')")).containsText("待营商局同意");
        assertThat(admin.locator(".sw-card:has-text('dandong-2027') button")).hasCount(0);
        assertThat(editions.current(LATER).id()).isEqualTo("dandong-2026");
        Page bureau = as("bureau");
        bureau.navigate("/editions");
        shot(bureau, "edition-asked");
        clock.pass(Duration.ofMinutes(1));
        bureau.click(".sw-card:has-text('dandong-2027') button:text-is('同意生效')");
        assertThat(bureau.locator(".sw-card:has-text('dandong-2027')")).hasCount(0);
        assertThat(editions.current(LATER).id()).isEqualTo("dandong-2027");
        assertThat(editions.current(LATER).limitClass("ordinary").orElseThrow().limit())
                .isEqualTo(new Limit.WorkingDays(5));
        assertThat(scriptErrors).isEmpty();
        Page auditor = as("auditor");
        auditor.navigate("/audit");
        assertThat(auditor.locator("main")).containsText("办法版本 启用");
        byHand.past("update regulation.adoption set text = replace(text, 'limit: 5wd', 'limit: 50wd')");
        assertThat(verification.findings())
                .as("a rule can't be changed without it showing")
                .isNotEmpty();
        byHand.past("update regulation.adoption set text = replace(text, 'limit: 50wd', 'limit: 5wd')");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void not_by_the_one_who_asked_and_not_twice() {
        Adoptions.Proposal p = proposal("dandong-2028");
        assertThatThrownBy(() -> adoptions.ask("dandong-2028", "another text", ADMIN))
                .isInstanceOf(NotFound.class);
        adoptions.ask("dandong-2028", p.sha256(), ADMIN);
        UUID id = java.util.Objects.requireNonNull(proposal("dandong-2028").adoption())
                .id();
        assertThatThrownBy(() -> adoptions.decide(id, true, ADMIN)).isInstanceOf(BadInput.class);
        adoptions.decide(id, false, BUREAU);
        assertThat(proposal("dandong-2028").state()).isEqualTo(Adoptions.State.REFUSED);
        assertThatThrownBy(() -> adoptions.decide(id, true, BUREAU)).isInstanceOf(NotFound.class);
        assertThat(editions.find("dandong-2028")).isEmpty();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void what_was_adopted_stays_whatever_its_file_says_later() throws IOException {
        Path home = Files.createTempDirectory("editions");
        Path file = Files.createDirectories(home.resolve("editions")).resolve("own.yaml");
        Files.writeString(file, own("dandong-2031", "4wd"));
        Adoptions first = start(home);
        first.ask("dandong-2031", first.proposals().getFirst().sha256(), ADMIN);
        first.decide(
                java.util.Objects.requireNonNull(first.proposals().getFirst().adoption())
                        .id(),
                true,
                BUREAU);
        Files.writeString(file, own("dandong-2031", "40wd"));
        Editions later = new Editions("丹东市", home);
        Adoptions again = new Adoptions(store, later, history, transaction, clock, new FirstEdition("", ""));
        again.begin();
        assertThat(later.get("dandong-2031")
                        .limitClass("ordinary")
                        .orElseThrow()
                        .limit())
                .isEqualTo(new Limit.WorkingDays(4));
        assertThat(again.proposals())
                .singleElement()
                .satisfies(p -> assertThat(p.state()).isEqualTo(Adoptions.State.CHANGED));
        Files.delete(file);
        Editions gone = new Editions("丹东市", home);
        new Adoptions(store, gone, history, transaction, clock, new FirstEdition("", "")).begin();
        assertThat(gone.find("dandong-2031")).as("orders go on to need it").isPresent();
    }

    private Adoptions start(Path home) throws IOException {
        Adoptions adoptions =
                new Adoptions(store, new Editions("丹东市", home), history, transaction, clock, new FirstEdition("", ""));
        adoptions.begin();
        return adoptions;
    }

    @Test
    void a_city_that_has_only_its_own_begins_with_the_one_that_a_person_named() throws IOException {
        Path home = Files.createTempDirectory("editions");
        Files.createDirectories(home.resolve("editions"));
        Files.writeString(
                home.resolve("editions/own.yaml"), own("dandong-2030", "3wd").replace("city: 丹东市", "city: 某市"));
        Editions own = new Editions("某市", home);
        assertThatThrownBy(
                        () -> new Adoptions(store, own, history, transaction, clock, new FirstEdition("", "")).begin())
                .as("nobody named it")
                .hasMessageContaining("SHOUWEN_FIRST_EDITION");
        new Adoptions(store, own, history, transaction, clock, new FirstEdition("dandong-2030", "王某")).begin();
        assertThat(own.current(LATER).id()).isEqualTo("dandong-2030");
        assertThat(jdbc.sql("select asker from regulation.adoption where edition = 'dandong-2030' and adopted")
                        .query(String.class)
                        .single())
                .isEqualTo("王某");
        assertThat(verification.findings()).isEmpty();
    }
}
