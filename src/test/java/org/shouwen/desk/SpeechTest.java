package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.identity.Identity;
import org.shouwen.retention.EndedMatter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Frames go in, partial and settled words with their times come out, and fill the agent's form until the agent types. */
@Import(SpeechTest.Recogniser.class)
@TestPropertySource(properties = "shouwen.speech.recogniser=scripted")
class SpeechTest extends BrowserTest {
    @TestConfiguration
    static class Recogniser {
        @Bean
        ScriptedRecogniser scripted() {
            return new ScriptedRecogniser();
        }
    }

    @Autowired
    ScriptedRecogniser recogniser;

    @Autowired
    Speech speech;

    @Autowired
    Transcripts transcripts;

    @Autowired
    CallEvents events;

    @Autowired
    CallRecords records;

    @Autowired
    ForgottenCalls forgotten;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @BeforeEach
    void quiet() {
        clock.set("2026-11-23T10:00");
        recogniser.script.clear();
        recogniser.frames.clear();
    }

    private void script(long whenMs, int turn, long from, long to, String words, boolean settled) {
        recogniser.script.add(new ScriptedRecogniser.Line(whenMs, new Utterance(turn, from, to, words, settled)));
    }

    private UUID rings(String ref) {
        String at = clock.instant().toString();
        events.take(
                "pbx",
                null,
                List.of(
                        Map.of("id", ref + 1, "type", "offered", "call", ref, "caller", "13811118801", "at", at),
                        Map.of("id", ref + 2, "type", "ringing", "call", ref, "agent", "agent", "at", at),
                        Map.of("id", ref + 3, "type", "answered", "call", ref, "agent", "agent", "at", at)));
        return transcripts.call("pbx", ref).orElseThrow();
    }

    private UUID account(String login) {
        return accounts.byLogin(login).orElseThrow().id();
    }

    private static void frames(Listening side, long from, long to) {
        for (long at = from; at < to; at += 20) side.frame(new byte[320], at);
    }

    private List<String> heard(UUID call) {
        return transcripts.of(call, account("agent")).stream()
                .map(s -> s.side() + " " + s.what().fromMs() + "-" + s.what().toMs() + " "
                        + s.what().words() + (s.what().settled() ? "" : "…"))
                .toList();
    }

    @Test
    void partial_words_are_replaced_by_settled_ones_with_their_times_and_a_late_guess_changes_nothing() {
        UUID call = rings("s1");
        script(200, 0, 100, 200, "我家", false);
        script(400, 0, 100, 380, "我家暖气不热", true);
        script(420, 0, 100, 400, "我家暖其", false);
        script(600, 1, 500, 600, "三天", false);
        try (Listening side = speech.listen("pbx", "s1", Speech.Side.CALLER).orElseThrow()) {
            frames(side, 0, 300);
            Awaitility.await().until(() -> heard(call).equals(List.of("CALLER 100-200 我家…")));
            frames(side, 300, 640);
            Awaitility.await().until(() -> heard(call).equals(List.of("CALLER 100-380 我家暖气不热", "CALLER 500-600 三天…")));
        }
        assertThat(recogniser.frames).startsWith(0L, 20L, 40L).hasSize(32);
        assertThat(transcripts.of(call, account("supervisor")))
                .as("of no call of another's")
                .isEmpty();
        assertThat(jdbc.sql("select words from desk.utterance")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneMatch(kept -> new String(kept, StandardCharsets.UTF_8).contains("暖气"));
    }

    @Test
    void danger_that_the_caller_tells_of_stands_beside_the_form_whatever_the_agent_has_typed() throws Exception {
        UUID call = rings("s9");
        script(0, 0, 0, 900, "我家着火了，楼道里全是烟，老人困在屋里出不来", true);
        try (Listening side = speech.listen("pbx", "s9", Speech.Side.CALLER).orElseThrow()) {
            frames(side, 0, 40);
            Awaitility.await().until(() -> !heard(call).isEmpty());
        }
        assertThat(ScreenClient.as(port, "agent")
                        .get("/desk/intake/speech?key=" + call)
                        .body())
                .contains("119", "险情");
    }

    @Test
    void what_the_caller_says_fills_the_form_and_stops_when_the_agent_types() {
        UUID call = rings("s2");
        script(0, 0, 0, 900, "我家住振兴区，暖气不热，", true);
        script(1000, 1, 1000, 1900, "已经三天了。", true);
        script(2000, 2, 2000, 2900, "老人都感冒了。", true);
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.locator(".sw-ringing button[name=call]").click();
        assertThat(agent.locator("#form-key")).hasValue(call.toString());
        Listening side = speech.listen("pbx", "s2", Speech.Side.CALLER).orElseThrow();
        side.frame(new byte[320], 0);
        assertThat(agent.locator("[name=content]")).hasValue("我家住振兴区，暖气不热，");
        assertThat(agent.locator("label.is-proposed [name=content]")).hasCount(1);
        assertThat(agent.locator("#p-place button")).hasText(Pattern.compile("振兴区"));
        side.frame(new byte[320], 1000);
        assertThat(agent.locator("[name=content]")).hasValue("我家住振兴区，暖气不热，已经三天了。");
        shot(agent, "intake-speech");
        agent.locator("[name=content]").press("End");
        agent.locator("[name=content]").pressSequentially("（急）");
        side.frame(new byte[320], 2000);
        assertThat(agent.locator("#speech details")).containsText("老人都感冒了。");
        assertThat(agent.locator("[name=content]")).hasValue(Pattern.compile(".*（急）.*"));
        assertThat(agent.locator("[name=content]")).not().hasValue(Pattern.compile(".*感冒.*"));
        side.close();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void what_was_said_goes_with_the_call() {
        UUID call = rings("s4");
        script(0, 0, 0, 900, "说过的话", true);
        try (Listening side = speech.listen("pbx", "s4", Speech.Side.CALLER).orElseThrow()) {
            side.frame(new byte[320], 0);
            Awaitility.await().until(() -> heard(call).size() == 1);
        }
        records.belongs(call.toString(), "20261123-888888");
        transaction.executeWithoutResult(_ -> forgotten.forget(new EndedMatter(
                UUID.randomUUID(), "20261123-888888", UUID.randomUUID(), Identity.UNNAMED.scrub(), clock.instant())));
        assertThat(heard(call)).isEmpty();
        transcripts.heard(call, Speech.Side.CALLER, new Utterance(9, 0, 1, "太晚了", true));
        assertThat(heard(call)).as("a recogniser that comes late").isEmpty();
    }

    @Test
    void it_is_off_until_a_recogniser_is_named_and_one_that_is_not_there_stops_the_start() {
        assertThat(new Speech(List.of(recogniser), transcripts, "").there()).isFalse();
        assertThat(new Speech(List.of(recogniser), transcripts, "").listen("pbx", "s1", Speech.Side.CALLER))
                .isEmpty();
        assertThatThrownBy(() -> new Speech(List.of(), transcripts, "other")).hasMessageContaining("other");
        assertThat(speech.listen("pbx", "never told", Speech.Side.CALLER)).isEmpty();
    }
}
