package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An appeal from the queue is shown the proposals that its words give, and of those alone the log keeps what became (ruling 16). */
@ShouwenTest
class ProposalsForWaitingAppealsTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.AGENT));

    /** A kind, a class, a place, a time, a name and a number are heard in it. */
    private static final String WORDS = "我要投诉，我叫李示例，电话13800007777，昨晚八点站前街道示例新苑的暖气不热";

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Receipt waiting(AnAppeal appeal) {
        clock.pass(Duration.ofSeconds(11)); // what came before is in the memory of open matters
        return intake.submit(
                appeal.channel("web").by(Identity.of("李示例", "13800007777", "", "")),
                Origin.of(AGENT, null),
                AGENT.actor());
    }

    private static String section(String page, String id) {
        Matcher m = Pattern.compile(
                        "<span id=\"" + id + "\"[^>]*>(.*?)</span>(?=\\s*(?:<span id=|</p>|<label|<div|<button))",
                        Pattern.DOTALL)
                .matcher(page);
        return m.find() ? m.group(1) : "";
    }

    private List<String> kept(Receipt taken) {
        return jdbc.sql("select field from suggestion.proposal where appeal = :a order by field")
                .param("a", taken.id())
                .query(String.class)
                .list();
    }

    @Test
    void an_appeal_that_waits_is_shown_what_its_words_propose() throws Exception {
        Receipt taken = waiting(AnAppeal.saying(WORDS));
        String page = ScreenClient.as(port, "agent")
                .get("/desk/appeals/" + taken.number() + "?lang=zh")
                .body();
        assertThat(page).contains("data-take=\"placeName\"", "data-take=\"happenedAt\"");
        assertThat(section(page, "p-class")).as("class").isNotBlank();
        assertThat(section(page, "p-kind")).as("kind").isNotBlank();
        assertThat(page).doesNotContain("data-take=\"name\"", "data-take=\"phone\"", "可能的类别", "没有留下电话");
        Receipt unnamed = intake.submit(
                AnAppeal.saying(WORDS).channel("web").by(Identity.of("", "", "", "")),
                Origin.of(AGENT, null),
                AGENT.actor());
        assertThat(ScreenClient.as(port, "agent")
                        .get("/desk/appeals/" + unnamed.number() + "?lang=zh")
                        .body())
                .contains("没有留下电话")
                .doesNotContain("输入号码");
    }

    @Test
    void the_appeal_itself_is_not_offered_as_the_same_matter_another_is() throws Exception {
        String words = "示例西路" + UUID.randomUUID() + "路口的红绿灯不亮了，车都抢着走";
        Receipt first = waiting(AnAppeal.saying(words));
        Receipt second = waiting(AnAppeal.saying(words));
        clock.pass(Duration.ofSeconds(11));
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (Receipt own : List.of(first, second)) {
            Receipt other = own.equals(first) ? second : first;
            String page =
                    agent.get("/desk/appeals/" + own.number() + "?lang=zh").body();
            String same = page.substring(page.indexOf("可能是同一件事"));
            assertThat(same)
                    .contains("/appeals/" + other.number())
                    .doesNotContain("href=\"/appeals/" + own.number() + "\"");
        }
    }

    @Test
    void the_log_keeps_only_what_was_shown() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        Receipt open = waiting(AnAppeal.saying(WORDS));
        decide(agent, open);
        assertThat(kept(open)).contains("class", "kind", "place", "time").doesNotContain("name", "phone", "accused");
        Receipt filled = waiting(AnAppeal.saying(WORDS + "，请快一点")
                .place("210603002")
                .location("示例新苑")
                .happenedAt("昨晚"));
        decide(agent, filled);
        assertThat(kept(filled)).contains("class", "kind").doesNotContain("place", "location", "time", "name", "phone");
    }

    private static void decide(ScreenClient agent, Receipt taken) throws Exception {
        String page = agent.get("/desk/appeals/" + taken.number()).body();
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        var sent = agent.post(
                "/desk/appeals/" + taken.number(),
                Map.of(
                        "version", version.group(1),
                        "subject", taken.number(),
                        "kind", "complaint",
                        "matterClass", "heat-cold",
                        "placeName", "",
                        "outcome", "answered",
                        "answer", "已经告知供热单位"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    }
}
