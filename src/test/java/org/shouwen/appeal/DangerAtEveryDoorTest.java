package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.channels.sms.OperatorDoors;
import org.shouwen.suggestion.CityPhrases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Article 8.3 at every door by one port: words that only the city's own phrase knows raise an alarm wherever they are brought,
 * so that no door judges by itself.
 */
@ShouwenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"shouwen.sms.inbound-token=gateway-secret", "shouwen.sms.number=10690012345"})
class DangerAtEveryDoorTest extends CityDoors {
    private static final String PHRASE = "炕洞子咕嘟咕嘟蹿白毛风";
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "b", "营商局甲", null, null, Set.of(Role.BUREAU));

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static OperatorDoors operators;

    @Autowired
    CityPhrases phrases;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void the_city_says_it_so() {
        clock.set("2026-11-23T10:00");
        phrases.add("danger", "fire-brigade", PHRASE, true, BUREAU);
    }

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry registry) throws IOException {
        operators = new OperatorDoors();
        operators.settings(registry);
        readsLetters(registry);
    }

    @Override
    OperatorDoors operators() {
        return operators;
    }

    private long alarms(String words) {
        return jdbc.sql("select count(*) from intake.danger_alarm a join intake.appeal p on p.id = a.appeal"
                        + " where p.content like '%' || :words || '%' and p.urgent_kind = 'danger'")
                .param("words", words)
                .query(Long.class)
                .single();
    }

    @TestFactory
    Stream<DynamicTest> the_citys_own_word_raises_the_alarm_at() {
        return doors().entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(door.getKey(), () -> {
                    String words = door.getKey().hashCode() + "号院" + PHRASE + "还有人在里面";
                    door.getValue().bring(words);
                    assertThat(alarms(words)).isEqualTo(1);
                }));
    }

    @Test
    void the_desk_sees_it_while_it_is_typed() throws Exception {
        for (String login : List.of("agent", "heating")) {
            String path = login.equals("agent") ? "/desk/intake/urgency" : "/unit/intake/urgency";
            HttpResponse<String> bar = ScreenClient.as(port, login).post(path, Map.of("content", "我家" + PHRASE));
            assertThat(bar.body()).as(login).contains("119");
        }
    }
}
