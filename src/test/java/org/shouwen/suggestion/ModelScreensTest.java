package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Landmark;
import org.shouwen.directory.Landmarks;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What became of the proposals and which models make them, for a supervisor; an administrator switches them and keeps the list of places. */
@ShouwenTest
class ModelScreensTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.AGENT));

    @LocalServerPort
    int port;

    @Autowired
    ModelStore store;

    @Autowired
    ModelRegister register;

    @Autowired
    ProposalLog log;

    @Autowired
    Proposals proposals;

    @Autowired
    TestClock clock;

    @Autowired
    Landmarks landmarks;

    @Autowired
    Directory directory;

    private ModelEntry kept(String version, byte[] content) {
        ModelEntry m = new ModelEntry(
                UuidCreator.getTimeOrderedEpoch(),
                Task.CLASS,
                version,
                clock.instant(),
                900,
                200,
                0.8,
                0.85,
                0.95,
                0.6,
                0.97,
                "start",
                0.4,
                false,
                true,
                null,
                null,
                null,
                null,
                null);
        store.insert(m, content, List.of(UUID.randomUUID()));
        return m;
    }

    private byte[] model(String version) throws Exception {
        ClassModel model = ClassTrainer.train(DecidedMessages.rows(), _ -> {});
        return ModelFile.bytes(ClassModel.KIND, "class", version, model::write);
    }

    @Test
    void a_worse_model_is_used_when_a_named_person_says_so_and_not_otherwise() throws Exception {
        ModelEntry m = kept("class/worse", model("class/worse"));
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        ScreenClient admin = ScreenClient.as(port, "admin");
        assertThat(supervisor.get("/suggestions").body())
                .contains("class/worse", "没有更好，不会自行启用")
                .doesNotContain("/uses");
        assertThat(supervisor
                        .post("/suggestions/models/" + m.id() + "/uses", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/suggestions/models/" + m.id() + "/uses", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/suggestions").body()).contains("在用", "系统管理员");
        assertThat(proposals.version(Task.CLASS)).isEqualTo("class/worse");
        admin.post("/suggestions/models/" + m.id() + "/withdrawals", Map.of());
        assertThat(proposals.version(Task.CLASS)).isEqualTo("start/1");
    }

    @Test
    void a_row_that_is_cut_in_half_is_said_so_and_the_desk_goes_on() throws Exception {
        byte[] whole = model("class/cut");
        ModelEntry m = kept("class/cut", Arrays.copyOf(whole, whole.length / 2));
        register.switchOn(m.id(), AGENT);
        clock.pass(Duration.ofSeconds(11));
        assertThat(proposals.desk("家里暖气不热").matterClass())
                .isNotNull()
                .matches(s -> s.model().equals("start/1"));
        assertThat(ScreenClient.as(port, "supervisor").get("/suggestions").body())
                .contains("不完整或已损坏");
        assertThat(ScreenClient.as(port, "agent")
                        .post("/desk/intake/hints", Map.of("content", "家里暖气不热，住站前"))
                        .body())
                .contains("室内温度不达标", "站前街道");
        register.switchOff(m.id(), AGENT);
    }

    @Test
    void what_became_of_each_is_counted_by_field_and_by_what_was_proposed() throws Exception {
        log.add(
                UUID.randomUUID(),
                List.of(
                        new ProposalLog.Decided(
                                "class", "heat-cold", 0.95, Suggestion.Band.SURE, "m/1", "heat-cold", true),
                        new ProposalLog.Decided(
                                "class", "heat-cold", 0.6, Suggestion.Band.TWO, "m/1", "heat-leak", false),
                        new ProposalLog.Decided("name", "", 0.8, Suggestion.Band.TWO, "words/1", "", false)),
                AGENT);
        ProposalLog.Figure all = log.figures(90).stream()
                .filter(f -> f.field().equals("class") && f.proposed().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(all).isEqualTo(new ProposalLog.Figure("class", "", 2, 1, 1, 1, 1));
        assertThat(log.figures(90).stream().filter(f -> f.field().equals("name")))
                .as("words that are not kept stand there once")
                .hasSize(1);
        String page = ScreenClient.as(port, "supervisor").get("/suggestions").body();
        assertThat(page).contains("供热 › 室内温度不达标", "坐席甲", "改为", "未填", "（原话，不留存）");
        assertThat(ScreenClient.as(port, "supervisor")
                        .get("/suggestions?lang=en")
                        .body())
                .contains("How suggestions fared")
                .doesNotContain("??");
    }

    @Test
    void streets_and_compounds_of_the_citys_own_list_are_heard() {
        assertThat(proposals.desk("样板大街没有路灯").places()).isEmpty();
        landmarks.put(Landmark.Kind.STREET, "样板大街", List.of("样板街"), "210603002", Actor.SYSTEM);
        clock.set("2027-01-01T10:00");
        assertThat(proposals.desk("样板大街没有路灯").places())
                .extracting(f -> f.place().fullName())
                .containsExactly(directory.place("210603002").orElseThrow().fullName());
    }

    @Test
    void one_character_ten_thousand_and_none_are_answered() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (String words : new String[] {"", "冷", "暖气不热".repeat(2_500), "\uD83D\uDE00".repeat(100), "<script>"})
            assertThat(agent.post("/desk/intake/hints", Map.of("content", words))
                            .statusCode())
                    .as("%d characters", words.length())
                    .isEqualTo(200);
    }
}
