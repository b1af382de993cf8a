package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A city's own phrases: tried on its past, refused where they say too little, known to every door at once. */
@ShouwenTest
class CityPhrasesTest {
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "b", "营商局甲", null, null, Set.of(Role.BUREAU));

    @LocalServerPort
    int port;

    @Autowired
    CityPhrases phrases;

    @Autowired
    Urgencies urgencies;

    @Autowired
    Intake intake;

    @Autowired
    Accounts accounts;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    private void said(String content) {
        intake.submit(
                AnAppeal.saying(content).channel("web").by(Identity.of("白守望", "13700002222", null, null)),
                Origin.portal(null),
                Actor.APPELLANT);
    }

    @Test
    void what_says_too_little_is_refused_and_why() {
        for (String[] bad : new String[][] {
            {"danger", "fire-brigade", "烟", "phrase"},
            {"danger", "fire-brigade", "", "phrase"},
            {"danger", "fire-brigade", "！！！！", "phrase"},
            {"danger", "fire-brigade", "长".repeat(41), "phrase"},
            {"danger", "", "直冒仙气", "guidance"},
            {"danger", "discipline", "直冒仙气", "guidance"},
            {"no-such", "", "直冒仙气", "kind"},
            {"", "", "直冒仙气", "kind"}
        })
            assertThatThrownBy(() -> phrases.add(bad[0], bad[1], bad[2], true, BUREAU))
                    .as(String.join(" ", bad))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            e -> assertThat(e.fields())
                                    .extracting(BadInput.Field::field)
                                    .contains(bad[3]));
        phrases.add("power", "", "整趟街黑瞎", true, BUREAU);
        assertThatThrownBy(() -> phrases.add("danger", "police", "整趟 街黑瞎", true, BUREAU))
                .as("the same for the eye")
                .isInstanceOf(BadInput.class);
    }

    @Test
    void it_is_tried_on_the_past_before_it_is_saved_and_examples_are_masked() {
        said("白守望说，说屋里的喜鹊在栏杆上开会，电话13700002222");
        said("家里返水，还喜鹊在栏杆上开会");
        for (int i = 0; i < 60; i++) said("第" + i + "次反映座椅坏了");
        Trial trial = phrases.trial("danger", "fire-brigade", "喜鹊在栏杆上开会", BUREAU);
        assertThat(trial.raised()).isEqualTo(2);
        assertThat(trial.anyway()).as("返水 is told by the product itself").isEqualTo(1);
        assertThat(trial.fresh()).isEqualTo(1);
        assertThat(trial.searched()).isGreaterThanOrEqualTo(62);
        assertThat(trial.many()).isFalse();
        assertThat(trial.examples()).hasSize(2).allMatch(e -> e.phrase().equals("喜鹊在栏杆上开会"));
        assertThat(trial.examples().toString()).doesNotContain("13700002222").doesNotContain("白守望");
        assertThat(urgencies.judge("喜鹊在栏杆上开会").alarming())
                .as("nothing was saved")
                .isFalse();
        Trial wide = phrases.trial("falling", "", "座椅坏了", BUREAU);
        assertThat(wide.many()).isTrue();
        assertThatThrownBy(() -> phrases.add("falling", "", "座椅坏了", false, BUREAU))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().field()).isEqualTo("sure"));
    }

    @Test
    void once_saved_every_door_knows_it_and_withdrawn_none() throws Exception {
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        Map<String, String> typed = Map.of("kind", "danger", "guidance", "ambulance", "phrase", "人翻白眼儿了");
        assertThat(bureau.post("/phrases/trials", typed).body()).contains("id=\"trial\"");
        assertThat(bureau.post("/phrases", typed).statusCode()).isEqualTo(302);
        assertThat(bureau.post("/phrases", typed).statusCode()).isEqualTo(422);
        Urgency u = urgencies.judge("快来，人翻白眼儿了");
        assertThat(u.danger()).isTrue();
        assertThat(u.call().getFirst().numbers()).containsExactly("120");
        assertThat(bureau.get("/phrases").body()).contains("人翻白眼儿了");
        ApiClient api = ApiClient.of(port, accounts, "phrases", Role.BUREAU, null);
        ApiClient.Answer made =
                api.post("/api/v1/urgency-phrases", "{\"kind\":\"manhole\",\"phrase\":\"铁疙瘩跑丢了\",\"sure\":true}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(urgencies.judge("门口铁疙瘩跑丢了").code()).isEqualTo("manhole");
        assertThat(api.post("/api/v1/urgency-phrases/trials", "{\"kind\":\"manhole\",\"phrase\":\"铁疙瘩敞着\"}")
                        .ok()
                        .at("/raised")
                        .asInt())
                .isZero();
        assertThat(api.post("/api/v1/urgency-phrases", "{}").status()).isEqualTo(422);
        String path = "/api/v1/urgency-phrases/" + made.text("/id") + "/withdrawals";
        assertThat(api.post(path, "{}").status()).isEqualTo(204);
        assertThat(api.post(path, "{}").status()).isEqualTo(404);
        assertThat(urgencies.judge("门口铁疙瘩跑丢了").alarming()).isFalse();
        assertThat(verification.findings()).isEmpty();
    }
}
