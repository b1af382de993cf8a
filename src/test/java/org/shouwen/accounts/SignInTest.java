package org.shouwen.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.BrowserTest;
import org.shouwen.Citizen;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.history.Actor;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever can see or change much needs more than a password; roles take two; a stolen session is worth nothing. */
class SignInTest extends BrowserTest {
    private static final String PASSWORD = "鸭绿江断桥-7391";

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private static void enter(Page page, String login, String password) {
        page.navigate("/sign-in");
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", password);
        page.click("main button[type=submit]");
    }

    /** Up to the second factor that the role demands. */
    private static void enterForTheFirstTime(Page page, String login, String first) {
        enter(page, login, first);
        page.waitForURL("**/password");
        page.fill("[name=old]", first);
        page.fill("[name=fresh]", PASSWORD);
        page.fill("[name=again]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL("**/second-factor");
    }

    private String code(String secret) throws Exception {
        var key = new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, clock.instant());
    }

    private static CurrentUser person(Role role) {
        return new CurrentUser(UUID.randomUUID(), "x", role.name(), null, null, Set.of(role));
    }

    @Test
    void the_first_sign_in_sets_a_password_and_an_authenticator_and_later_ones_ask_for_both() throws Exception {
        String first = accounts.create("real-bureau", "真人", null, null, Set.of(Role.BUREAU))
                .password();
        Page page = page();
        enterForTheFirstTime(page, "real-bureau", first);
        page.navigate("/board");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/second-factor"));
        shot(page, "second-factor");
        String secret = page.locator("main .sw-card code").textContent();
        page.fill("[name=code]", "000000");
        page.click("main button[type=submit]");
        assertThat(page.locator("#error-code")).isVisible();
        assertThat(page.locator("main .sw-card code")).hasText(secret);
        page.fill("[name=code]", code(secret));
        page.click("main button[type=submit]");
        assertThat(page.locator(".sw-codes li")).hasCount(10);
        List<String> recovery = page.locator(".sw-codes li").allTextContents();
        shot(page, "recovery-codes");
        page.navigate("/board");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/board"));
        Page again = page();
        String used = code(secret);
        enter(again, "real-bureau", PASSWORD);
        again.waitForURL("**/sign-in/second");
        shot(again, "second-step");
        assertThat(again.request().get("/board").status())
                .as("the password alone opens nothing")
                .isEqualTo(403);
        again.fill("[name=code]", used);
        again.click("main button[type=submit]");
        assertThat(again.locator(".sw-problem")).isVisible(); // a code counts once
        clock.pass(Duration.ofSeconds(30));
        again.fill("[name=code]", code(secret));
        again.click("main button[type=submit]");
        again.waitForURL(url -> !url.contains("/sign-in"));
        Page lost = page();
        enter(lost, "real-bureau", PASSWORD);
        lost.fill("[name=code]", recovery.getFirst().toUpperCase(java.util.Locale.ROOT));
        lost.click("main button[type=submit]");
        lost.waitForURL(url -> !url.contains("/sign-in"));
        UUID account = accounts.byLogin("real-bureau").orElseThrow().id();
        assertThat(secondFactor.passes(account, recovery.getFirst())).isFalse();
        secondFactor.reset(account, person(Role.SECURITY));
        assertThat(secondFactor.has(account)).isFalse();
        String database = jdbc.sql("select string_agg(digest, ' ') from accounts.recovery_code")
                .query(String.class)
                .optional()
                .orElse("");
        assertThat(database).doesNotContain(recovery.get(1));
        assertThat(verification.findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void guessed_codes_cost_waiting() throws Exception {
        String first = accounts.create("guessed", "某某", "heating", null, Set.of(Role.UNIT_OFFICER))
                .password();
        UUID id = accounts.byLogin("guessed").orElseThrow().id();
        CurrentUser me = accounts.get(id).signedIn();
        String secret = secondFactor.begin(me).replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        secondFactor.confirm(me, code(secret), "");
        Citizen guesser = new Citizen(port);
        Map<String, String> half = Map.of("username", "guessed", "password", first);
        assertThat(guesser.post("/sign-in", guesser.hidden("/sign-in"), half)
                        .headers()
                        .firstValue("Location"))
                .get(STRING)
                .endsWith("/sign-in/second");
        Map<String, String> hidden = guesser.hidden("/sign-in/second");
        int status = 0;
        for (int i = 0; i < 8; i++)
            status = guesser.post("/sign-in/second", hidden, Map.of("code", "11111" + i))
                    .statusCode();
        assertThat(status).isEqualTo(429);
        clock.pass(Duration.ofSeconds(1));
        assertThat(guesser.post("/sign-in/second", hidden, Map.of("code", code(secret)))
                        .body())
                .as("nor does the right one pass meanwhile")
                .contains("sw-problem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234567",
                "qwertyuiopasdfgh",
                "123456789012345",
                "shouwen12345678",
                "iloveyouiloveyou",
                "aaaaaaaaaaaaaaaa"
            })
    void passwords_that_everybody_tries_first_are_refused(String fresh) {
        Accounts.Made made = accounts.create("weak-" + fresh, "弱", "heating", null, Set.of(Role.UNIT_OFFICER));
        assertThatThrownBy(() -> accounts.changePassword(made.account().id(), made.password(), fresh, "", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("accounts.bad.known"));
    }

    @Test
    void a_password_may_be_long_and_in_any_script_and_is_the_same_however_it_is_typed() {
        Accounts.Made made = accounts.create("long-words", "长", "heating", null, Set.of(Role.UNIT_OFFICER));
        UUID id = made.account().id();
        String poem = "鸭绿江水 向东流，断桥上看月如钩；".repeat(4) + "ＡＢ１２";
        change(id, made.password(), poem);
        assertThat(accounts.authenticate("long-words", poem)).isPresent();
        assertThat(accounts.authenticate("long-words", poem.replace("ＡＢ１２", "AB12")))
                .isPresent();
        assertThat(accounts.authenticate("long-words", poem.substring(0, 64))).isEmpty();
        assertThat(accounts.authenticate("long-words", "x".repeat(100_000))).isEmpty();
        assertThatThrownBy(() -> change(id, poem, "好".repeat(129))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> change(id, poem, "鸭绿江断桥-7391"))
                .as("alone it has to be longer")
                .isInstanceOf(BadInput.class);
    }

    private void change(UUID id, String old, String fresh) {
        accounts.changePassword(id, old, fresh, "", Actor.SYSTEM);
    }

    @Test
    void a_new_password_ends_what_is_signed_in_elsewhere() {
        String first = accounts.create("two-places", "两处", "heating", null, Set.of(Role.UNIT_OFFICER))
                .password();
        String own = "桥头 第三家 豆腐脑 不要香菜";
        change(accounts.byLogin("two-places").orElseThrow().id(), first, own);
        Page here = page();
        Page elsewhere = page();
        for (Page p : List.of(here, elsewhere)) {
            enter(p, "two-places", own);
            p.waitForURL("**/unit/**");
        }
        here.navigate("/password");
        shot(here, "password");
        here.fill("[name=old]", own);
        here.fill("[name=fresh]", own + "！");
        here.fill("[name=again]", own + "！");
        here.click("main button[type=submit]");
        here.waitForURL("**/unit/**");
        elsewhere.navigate("/unit/inbox");
        assertThat(elsewhere.locator(".sw-told")).containsText("登录已失效，请重新登录");
    }

    @Test
    void a_role_takes_two_persons() {
        Page admin = as("admin");
        admin.navigate("/admin/accounts");
        admin.fill("aside [name=login]", "asked-for");
        admin.fill("aside form[action$=accounts] [name=name]", "新来的");
        admin.selectOption("aside form[action$=accounts] [name=role]", "AGENT");
        admin.click("aside form[action$=accounts] button[type=submit]");
        String asked = admin.locator(".sw-big").textContent();
        shot(admin, "accounts-first-half");
        admin.navigate("/admin/accounts");
        assertThat(admin.locator(".sw-big")).hasCount(0);
        Page security = as("security");
        security.navigate("/grants");
        assertThat(security.locator("main")).containsText("新来的");
        shot(security, "grants");
        security.click(".sw-card:has-text('新来的') button:text-is('授权')");
        String granted = security.locator(".sw-big").textContent();
        String password = asked + granted;
        shot(security, "grants-password");
        String sessions = jdbc.sql(
                        "select string_agg(encode(attribute_bytes, 'escape'), '') from accounts.spring_session_attributes")
                .query(String.class)
                .single();
        assertThat(sessions).isNotBlank().doesNotContain(asked).doesNotContain(granted);
        for (String half : List.of(asked, granted, granted + asked))
            assertThat(accounts.authenticate("asked-for", half))
                    .as("half of it")
                    .isEmpty();
        security.navigate("/grants");
        assertThat(security.locator(".sw-big")).hasCount(0);
        Page fresh = page();
        enter(fresh, "asked-for", password);
        fresh.waitForURL("**/password");
        Account a = accounts.byLogin("asked-for").orElseThrow();
        Actor asker = new Actor(UUID.randomUUID(), "管理员", null);
        accounts.change(a.with(a.name(), null, Set.of(Role.DISPATCHER), true, a.version()), asker);
        assertThat(accounts.get(a.id()).roles()).containsExactly(Role.AGENT);
        Grant waiting = waiting(a.id());
        assertThatThrownBy(() -> grants.decide(
                        waiting.id(),
                        true,
                        new CurrentUser(
                                java.util.Objects.requireNonNull(asker.account()),
                                "x",
                                "x",
                                null,
                                null,
                                Set.of(Role.SECURITY))))
                .as("not by the one who asked")
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> grants.decide(
                        waiting.id(), true, new CurrentUser(a.id(), "x", "x", null, null, Set.of(Role.SECURITY))))
                .as("nor for oneself")
                .isInstanceOf(BadInput.class);
        grants.decide(waiting.id(), false, person(Role.SECURITY));
        assertThat(accounts.get(a.id()).roles()).containsExactly(Role.AGENT);
        Page auditor = as("auditor");
        auditor.navigate("/audit");
        assertThat(auditor.locator("main")).containsText("账号 不予授权");
        shot(auditor, "audit");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void nobody_gets_into_somebody_elses_account_alone() {
        Account victim = accounts.create("victim", "某派单员", null, null, Set.of(Role.DISPATCHER))
                .account();
        Actor admin = new Actor(UUID.randomUUID(), "管理员", null);
        String kept = kept(victim);
        String half = accounts.askPassword(victim.id(), admin);
        String tokenHalf = accounts.askToken("board-of-the-city", Set.of(Role.DISPATCHER), null, admin);
        assertThat(kept(victim)).as("asking changes nothing").isEqualTo(kept);
        UUID program = accounts.byLogin("api:board-of-the-city").orElseThrow().id();
        assertThat(accounts.tokens()).doesNotContainKey(program);

        accounts.change(
                victim.with(
                        "某调度",
                        null,
                        victim.roles(),
                        true,
                        accounts.get(victim.id()).version()),
                admin);
        assertThat(accounts.get(victim.id()).name())
                .as("by the name the accused are known: it takes two as well")
                .isEqualTo("某派单员");
        Grant reset = waiting(victim.id());
        assertThat(reset.gives()).isEqualTo(Grant.Gives.PASSWORD);
        assertThatThrownBy(() -> grants.decide(reset.id(), true, program()))
                .as("a program is nobody's second pair of eyes")
                .isInstanceOf(BadInput.class);
        String rest = grants.decide(reset.id(), true, person(Role.SECURITY));
        assertThat(accounts.get(victim.id()).name()).isEqualTo("某调度");
        assertThat(accounts.authenticate("victim", String.valueOf(rest))).isEmpty();
        assertThat(accounts.authenticate("victim", half)).isEmpty();
        assertThat(accounts.authenticate("victim", half + rest)).isPresent();
        assertThat(accounts.get(victim.id()).mustChange()).isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from accounts.role_grant where rest is not null and decided_at is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        clock.pass(Duration.ofDays(7));
        assertThat(accounts.authenticate("victim", half + rest))
                .as("a first password is used within a week")
                .isEmpty();

        String tokenRest = grants.decide(waiting(program).id(), true, person(Role.SECURITY));
        assertThat(accounts.byToken(String.valueOf(tokenRest))).isEmpty();
        assertThat(accounts.byToken(tokenHalf)).isEmpty();
        assertThat(accounts.byToken(tokenHalf + tokenRest)).isPresent();
        accounts.askToken("board-of-the-city", Set.of(Role.DISPATCHER), null, admin);
        assertThat(accounts.tokens().get(program)).as("nor a second one").hasSize(1);
        assertThat(grants.decide(waiting(program).id(), false, person(Role.SECURITY)))
                .isNull();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_token_ends_after_a_year_and_another_is_made_before() {
        String token = accounts.token("board", Set.of(Role.BUREAU), null);
        UUID program = accounts.byToken(token).orElseThrow().id();
        clock.pass(Duration.ofDays(364));
        String next = accounts.token("board", Set.of(Role.BUREAU), null);
        assertThat(accounts.tokens().get(program)).hasSize(2).isSorted();
        Page admin = as("admin");
        admin.navigate("/admin/accounts");
        assertThat(admin.locator("tr", new Page.LocatorOptions().setHasText("api:board")))
                .containsText("令牌至");
        shot(admin, "accounts-tokens");
        clock.pass(Duration.ofDays(1));
        assertThat(accounts.byToken(token)).isEmpty();
        assertThat(accounts.byToken(next).map(Account::id)).contains(program);
        assertThat(accounts.tokens().get(program)).hasSize(1);
    }

    @Test
    void the_tokens_of_a_program_that_was_closed_stay_worthless_when_it_is_opened_again() {
        Actor admin = new Actor(UUID.randomUUID(), "管理员", null);
        String leaked = accounts.token("leaky", Set.of(Role.BUREAU), null);
        Account a = accounts.byToken(leaked).orElseThrow();
        accounts.change(a.with(a.name(), null, a.roles(), false, a.version()), admin);
        String half = accounts.askToken("leaky", Set.of(Role.BUREAU), null, admin);
        String rest = grants.decide(waiting(a.id()).id(), true, person(Role.SECURITY));
        assertThat(accounts.byToken(half + rest)).isPresent();
        assertThat(accounts.byToken(leaked)).isEmpty();
    }

    /** What a telephone system holds opens nothing but the telephone. */
    @Test
    void the_telephone_system_is_a_program_and_nothing_else() {
        Actor admin = new Actor(UUID.randomUUID(), "管理员", null);
        Set<Role> telephone = Set.of(Role.TELEPHONE);
        assertThatThrownBy(() -> accounts.ask("phone", "话务", null, telephone, admin))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> accounts.ask("api:phone", "话务", null, telephone, admin))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> accounts.askToken("phone", Set.of(Role.TELEPHONE, Role.AGENT), null, admin))
                .isInstanceOf(BadInput.class);
        accounts.token("phone", telephone, null);
        Account phone = accounts.byLogin("api:phone").orElseThrow();
        assertThatThrownBy(() -> accounts.askPassword(phone.id(), admin))
                .as("nobody signs in as a program")
                .isInstanceOf(BadInput.class);
        for (String alike : List.of("ＡＰＩ:phone2", "ａgent"))
            assertThatThrownBy(() -> accounts.ask(alike, "某某", null, Set.of(Role.AGENT), admin))
                    .as(alike)
                    .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> accounts.ask("API:phone2", "话务", null, Set.of(Role.AGENT), admin))
                .as("in capitals neither")
                .isInstanceOf(BadInput.class);
        for (Set<Role> more : List.of(Set.of(Role.SECURITY), Set.of(Role.AGENT, Role.DISPATCHER)))
            assertThatThrownBy(
                            () -> accounts.change(phone.with(phone.name(), null, more, true, phone.version()), admin))
                    .isInstanceOf(BadInput.class);
        accounts.token("desk-of-heating", Set.of(Role.UNIT_DESK), "heating");
        assertThatThrownBy(() -> accounts.token("desk-of-heating", Set.of(Role.UNIT_DESK), "housing"))
                .as("it would be heating's")
                .isInstanceOf(BadInput.class);
        Account agent = accounts.byLogin("agent").orElseThrow();
        assertThatThrownBy(
                        () -> accounts.change(agent.with(agent.name(), null, telephone, true, agent.version()), admin))
                .isInstanceOf(BadInput.class);
    }

    private static CurrentUser program() {
        return new CurrentUser(UUID.randomUUID(), "api:x", "x", null, null, Set.of(Role.SECURITY));
    }

    @Test
    void security_officers_and_auditors_are_persons() {
        for (Role role : List.of(Role.SECURITY, Role.AUDITOR)) {
            assertThatThrownBy(() -> accounts.token("no-judge-" + role, Set.of(role), null))
                    .isInstanceOf(BadInput.class);
            assertThatThrownBy(() -> accounts.askToken("no-judge-" + role, Set.of(role), null, Actor.SYSTEM))
                    .isInstanceOf(BadInput.class);
        }
    }

    @Test
    void what_was_asked_for_before_a_closing_or_too_long_ago_is_not_granted_any_more() {
        Account a = accounts.create("closed-meanwhile", "某某", null, null, Set.of(Role.AGENT))
                .account();
        Actor admin = new Actor(UUID.randomUUID(), "管理员", null);
        accounts.askPassword(a.id(), admin);
        Grant before = waiting(a.id());
        accounts.change(
                accounts.get(a.id())
                        .with(
                                a.name(),
                                null,
                                a.roles(),
                                false,
                                accounts.get(a.id()).version()),
                admin);
        assertThatThrownBy(() -> grants.decide(before.id(), true, person(Role.SECURITY)))
                .isInstanceOf(org.shouwen.problems.NotFound.class);
        assertThat(accounts.get(a.id()).active()).isFalse();
        accounts.askPassword(a.id(), admin);
        Grant old = waiting(a.id());
        clock.pass(Duration.ofDays(31));
        assertThat(grants.waiting()).noneMatch(g -> g.account().equals(a.id()));
        assertThatThrownBy(() -> grants.decide(old.id(), true, person(Role.SECURITY)))
                .isInstanceOf(org.shouwen.problems.NotFound.class);
    }

    @Test
    void a_new_password_or_a_corrected_name_does_not_take_back_what_waits() {
        Actor admin = new Actor(UUID.randomUUID(), "管理员", null);
        Account made = accounts.ask("waits-long", "王五", null, Set.of(Role.AGENT), admin)
                .account();
        String half = accounts.askPassword(made.id(), admin);
        Account there = accounts.get(made.id());
        accounts.change(there.with("王武", null, Set.of(Role.DISPATCHER), false, there.version()), admin);
        Grant g = waiting(made.id());
        assertThat(g.active()).isTrue();
        assertThat(g.roles()).containsExactly(Role.DISPATCHER);
        String rest = grants.decide(g.id(), true, person(Role.SECURITY));
        assertThat(accounts.authenticate("waits-long", half + rest))
                .hasValueSatisfying(a -> assertThat(a.name()).isEqualTo("王武"));
        accounts.askPassword(made.id(), admin);
        clock.pass(Duration.ofDays(31));
        Account now = accounts.get(made.id());
        accounts.change(now.with("王五", null, now.roles(), true, now.version()), admin);
        assertThat(waiting(made.id()).gives())
                .as("what ran out does not come back with something else")
                .isEqualTo(Grant.Gives.NOTHING);
    }

    @Test
    void a_sign_in_page_that_lay_open_too_long_works_at_the_first_try() {
        Page page = page();
        page.navigate("/sign-in");
        page.fill("input[name=username]", "agent");
        page.fill("input[name=password]", "shouwen-demo");
        jdbc.sql("delete from accounts.spring_session").update();
        page.click("main button[type=submit]");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk/intake"));
    }

    @Test
    void whoever_has_left_leaves_no_home_and_no_way_of_signing_in() throws Exception {
        Account a = accounts.create("leaver", "离职人", "heating", null, Set.of(Role.UNIT_OFFICER))
                .account();
        String secret = secondFactor.begin(a.signedIn()).replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        secondFactor.confirm(a.signedIn(), code(secret), "");
        String town = jdbc.sql("select code from directory.place where level = 'TOWN' limit 1")
                .query(String.class)
                .single();
        byHand.asBefore("insert into accounts.home (account, place) values (?, ?)", a.id(), town);
        accounts.change(
                a.with(a.name(), a.unit(), a.roles(), false, a.version()),
                person(Role.ADMIN).actor());
        for (String table : List.of("home", "second_factor", "recovery_code", "passkey"))
            assertThat(jdbc.sql("select count(*) from accounts." + table + " where account = :a")
                            .param("a", a.id())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void the_last_administrator_of_a_kind_is_not_closed() {
        Actor admin = new Actor(UUID.randomUUID(), "管理员", null);
        Account auditor = accounts.byLogin("auditor").orElseThrow();
        assertThatThrownBy(() -> accounts.change(
                        auditor.with(auditor.name(), null, auditor.roles(), false, auditor.version()), admin))
                .isInstanceOf(BadInput.class);
        accounts.change(auditor.with(auditor.name(), null, Set.of(Role.AGENT), true, auditor.version()), admin);
        Grant away = waiting(auditor.id());
        assertThatThrownBy(() -> grants.decide(away.id(), true, person(Role.SECURITY)))
                .as("nor made something else")
                .isInstanceOf(BadInput.class);
        grants.decide(away.id(), false, person(Role.SECURITY));
    }

    @Test
    void whoever_may_look_at_identities_needs_a_second_factor_and_has_short_sessions() {
        for (Role role : Role.values())
            assertThat(role.sensitive())
                    .as(role.name())
                    .isEqualTo(Set.of(
                                    Role.AGENT,
                                    Role.DISPATCHER,
                                    Role.SUPERVISOR,
                                    Role.BUREAU,
                                    Role.ADMIN,
                                    Role.SECURITY,
                                    Role.AUDITOR,
                                    Role.TELEPHONE)
                            .contains(role));
        String first = accounts.create("new-agent", "新坐席", null, null, Set.of(Role.AGENT))
                .password();
        Page page = page();
        enterForTheFirstTime(page, "new-agent", first);
    }

    @Test
    void no_session_lives_longer_than_twelve_hours_and_before_signing_in_four_without_work() {
        Page desk = as("agent");
        jdbc.sql("update accounts.spring_session set creation_time = creation_time - 43200001")
                .update();
        desk.navigate("/desk/intake");
        assertThat(desk).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        Page anybody = page();
        anybody.navigate("/sign-in");
        assertThat(jdbc.sql(
                                "select max(max_inactive_interval) from accounts.spring_session where principal_name is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(14400);
    }

    @Test
    void another_way_of_signing_in_is_added_by_whoever_has_just_signed_in() throws Exception {
        Page page = as("bureau");
        clock.pass(Duration.ofMinutes(16));
        page.navigate("/second-factor");
        page.fill("[name=code]", "123456");
        page.click("main form[action$='/second-factor'] button[type=submit]");
        assertThat(page.locator("main")).containsText("重新登录");
        page.navigate("/password");
        ScreenClient guesser = ScreenClient.as(port, "bureau");
        for (int i = 0; i < 12; i++)
            guesser.post("/password", Map.of("old", "wrong-" + i, "fresh", PASSWORD, "again", PASSWORD));
        page.fill("[name=old]", "wrong-12");
        page.fill("[name=fresh]", PASSWORD);
        page.fill("[name=again]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("#error-old")).containsText("请过一会儿再试");
        jdbc.sql("delete from accounts.spring_session").update();
    }

    private String kept(Account a) {
        return jdbc.sql("select password from accounts.account where id = :id")
                .param("id", a.id())
                .query(String.class)
                .single();
    }

    private Grant waiting(UUID account) {
        return grants.waiting().stream()
                .filter(g -> g.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_three_administrators_are_three() {
        for (Set<Role> both : List.of(
                Set.of(Role.ADMIN, Role.SECURITY),
                Set.of(Role.SECURITY, Role.AUDITOR),
                Set.of(Role.ADMIN, Role.AGENT),
                Set.of(Role.AUDITOR, Role.BUREAU)))
            assertThatThrownBy(() -> accounts.create("two-hats", "二", null, null, both))
                    .isInstanceOf(BadInput.class);
    }

    @Test
    void a_session_carried_to_another_browser_is_worth_nothing() throws Exception {
        Page bureau = as("bureau");
        String cookies = bureau.context().cookies().stream()
                .map(c -> c.name + "=" + c.value)
                .collect(Collectors.joining("; "));
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpResponse<String> stolen = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/board"))
                        .header("Cookie", cookies)
                        .header("User-Agent", "somebody else's")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(stolen.statusCode()).isEqualTo(302);
        assertThat(stolen.headers().firstValue("Location").orElse("")).contains("/sign-in");
        bureau.navigate("/board");
        assertThat(bureau).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        assertThat(jdbc.sql(
                                "select max_inactive_interval from accounts.spring_session where principal_name = 'bureau' order by creation_time desc limit 1")
                        .query(Integer.class)
                        .optional())
                .isEmpty();
        as("bureau");
        assertThat(jdbc.sql("select max_inactive_interval from accounts.spring_session where principal_name = 'bureau'")
                        .query(Integer.class)
                        .list())
                .contains(1800);
    }
}
