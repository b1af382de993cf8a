package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.desk.Drafts.Place;
import org.shouwen.problems.BadInput;
import org.shouwen.retention.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing that was typed takes the place of something else, in whatever order it comes. */
@ShouwenTest
class DraftsTest {
    @Autowired
    Drafts drafts;

    @Autowired
    DraftUpkeep upkeep;

    @Autowired
    Calls calls;

    @Autowired
    Retention retention;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final UUID me = UUID.randomUUID();

    @BeforeEach
    void noDrafts() {
        jdbc.sql("delete from desk.draft").update();
    }

    private static Map<String, String> form(String content) {
        return Map.of("key", UUID.randomUUID().toString(), "subject", "", "channel", "phone", "content", content);
    }

    private static Map<String, String> with(Map<String, String> form, String content) {
        Map<String, String> later = new HashMap<>(form);
        later.put("content", content);
        return later;
    }

    private String open() {
        return drafts.open(me, Drafts.CALL).getOrDefault("content", "");
    }

    @Test
    void what_comes_late_stays_with_its_own_form() {
        Map<String, String> first = form("先来的");
        Map<String, String> second = form("后来的");
        drafts.put(me, first, Place.ASIDE);
        drafts.takeUp(me, second);
        assertThat(open()).isEqualTo("先来的");
        drafts.save(me, with(second, "后来的，补一句"));
        assertThat(open())
                .as("what was still on its way does not come to the front")
                .isEqualTo("先来的");
        drafts.put(me, with(second, "后来的，补一句"), Place.CLEARED);
        assertThat(open())
                .as("after clearing nothing of another call is on the screen")
                .isEmpty();
        drafts.takeBack(me, form(""));
        assertThat(open()).isEqualTo("后来的，补一句");
        drafts.takeUp(me, drafts.open(me, Drafts.CALL));
        assertThat(open()).isEqualTo("先来的");
    }

    @Test
    void what_was_sent_does_not_come_back() {
        Map<String, String> form = form("已提交");
        drafts.save(me, form);
        drafts.sent(me, Drafts.CALL, form);
        drafts.save(me, form);
        drafts.put(me, form, Place.CLEARED);
        assertThat(open()).isEmpty();
        assertThat(drafts.any(Place.CLEARED, me, Drafts.CALL)).isFalse();
        assertThat(drafts.any(Place.SENT, me, Drafts.CALL)).isTrue();
        clock.pass(Duration.ofHours(25));
        upkeep.run();
        assertThat(drafts.any(Place.SENT, me, Drafts.CALL)).isFalse();
    }

    /** A page that was left open, or gone back to, after its form was sent. */
    @Test
    void what_is_typed_into_a_form_that_was_sent_is_a_form_of_its_own() {
        Map<String, String> form = at(form("第一件"), 100);
        drafts.save(me, form);
        drafts.sent(me, Drafts.CALL, form);
        assertThat(drafts.save(me, at(form, 90))).as("late").hasToString(form.get("key"));
        assertThat(open()).isEmpty();
        UUID anew = drafts.save(me, at(with(form, "第二件"), 200));
        assertThat(anew).isNotEqualTo(UUID.fromString(form.get("key")));
        assertThat(drafts.save(me, at(with(form, "第二"), 190)))
                .as("the same, before the page knows it")
                .isEqualTo(anew);
        assertThat(open())
                .as("it does not stand in the form for the next caller")
                .isEmpty();
        drafts.takeUp(me, form(""));
        assertThat(open()).isEqualTo("第二件");
        UUID agent = accounts.byLogin("agent").orElseThrow().id();
        drafts.sent(agent, Drafts.CALL, form);
        calls.ring("agent", "13800000001");
        calls.take(agent, calls.ringing(agent).orElseThrow().id(), at(with(form, "第三件"), 300));
        drafts.takeUp(agent, drafts.open(agent, Drafts.CALL));
        assertThat(drafts.open(agent, Drafts.CALL)).containsEntry("content", "第三件");
    }

    @Test
    void of_one_form_the_later_version_stays() {
        Map<String, String> form = form("");
        drafts.put(me, at(with(form, "全的"), 200), Place.ASIDE);
        drafts.save(me, at(with(form, "半"), 100));
        drafts.takeUp(me, form(""));
        assertThat(open()).isEqualTo("全的");
    }

    /** In another window somebody went on with the same form: neither is lost. */
    @Test
    void what_two_windows_typed_into_one_form_is_kept_as_two() {
        Map<String, String> form = form("");
        drafts.save(me, at(with(form, "这边"), 100));
        drafts.save(me, at(with(form, "那边"), 200));
        drafts.put(me, at(with(form, "这边"), 100), Place.CLEARED);
        drafts.takeBack(me, form(""));
        assertThat(open()).isEqualTo("这边");
        drafts.takeUp(me, drafts.open(me, Drafts.CALL));
        assertThat(open()).isEqualTo("那边");
    }

    @Test
    void what_was_typed_while_the_form_was_being_sent_is_not_lost() {
        Map<String, String> form = at(form("发出的"), 100);
        drafts.save(me, at(with(form, "发出的，又想起一点"), 150));
        drafts.sent(me, Drafts.CALL, form);
        assertThat(open()).isEmpty();
        drafts.takeUp(me, form(""));
        assertThat(open()).isEqualTo("发出的，又想起一点");
    }

    @Test
    void the_same_key_twice_takes_up_one_form() {
        Map<String, String> first = form("甲");
        Map<String, String> second = form("乙");
        drafts.put(me, first, Place.ASIDE);
        drafts.takeUp(me, second);
        drafts.takeUp(me, second);
        assertThat(open()).isEqualTo("甲");
        drafts.takeUp(me, first);
        assertThat(open()).isEqualTo("乙");
    }

    /** Whoever sends or clears a form has an empty one before the next caller speaks. */
    @Test
    void nothing_of_one_caller_stands_in_the_form_for_the_next() {
        Map<String, String> first = form("先打开的");
        Map<String, String> second = form("后打开的");
        drafts.save(me, first);
        drafts.save(me, second);
        drafts.sent(me, Drafts.CALL, second);
        assertThat(open()).isEmpty();
        drafts.takeUp(me, form(""));
        assertThat(open()).isEqualTo("先打开的");
    }

    private static Map<String, String> at(Map<String, String> form, long typedAt) {
        Map<String, String> at = new HashMap<>(form);
        at.put("typedAt", Long.toString(typedAt));
        return at;
    }

    @Test
    void clearing_twice_keeps_what_was_cleared_for_a_day() {
        drafts.put(me, form("说了的"), Place.CLEARED);
        drafts.put(me, form(" "), Place.CLEARED);
        drafts.takeBack(me, form(""));
        assertThat(open()).isEqualTo("说了的");
        drafts.put(me, drafts.open(me, Drafts.CALL), Place.CLEARED);
        clock.pass(Duration.ofHours(25));
        upkeep.run();
        drafts.takeBack(me, form(""));
        assertThat(open()).isEmpty();
    }

    /** In an appeal's form something stands of itself, so that cleared forms come round. */
    @Test
    void about_an_appeal_all_that_was_cleared_comes_round() {
        String number = "20260930-000001";
        Map<String, String> typed = new HashMap<>(form("答了一半"));
        typed.put("subject", number);
        Map<String, String> blank = new HashMap<>(form(""));
        blank.putAll(Map.of("subject", number, "kind", "consultation"));
        drafts.put(me, typed, Place.CLEARED);
        drafts.put(me, blank, Place.CLEARED);
        Map<String, String> page = new HashMap<>(blank);
        page.put("key", UUID.randomUUID().toString());
        drafts.takeBack(me, page);
        assertThat(drafts.open(me, number)).containsEntry("content", "答了一半");
        drafts.takeBack(me, drafts.open(me, number));
        drafts.takeBack(me, drafts.open(me, number));
        drafts.takeBack(me, drafts.open(me, number));
        assertThat(drafts.open(me, number)).containsEntry("content", "答了一半");
        drafts.sent(me, number, typed);
        assertThat(drafts.open(me, number)).isEmpty();
        assertThat(drafts.any(Place.CLEARED, me, number)).isFalse();
    }

    @Test
    void each_form_has_its_own_term() {
        drafts.put(me, form("一个月前的"), Place.ASIDE);
        clock.pass(Duration.ofDays(20));
        drafts.put(me, form("十天前的"), Place.ASIDE);
        drafts.takeUp(me, form(""));
        for (int i = 0; i < 4; i++) {
            Map<String, String> sent = new HashMap<>(drafts.open(me, Drafts.CALL));
            sent.put("photo", i + ".jpg");
            drafts.takeUp(me, sent);
        }
        drafts.put(me, drafts.open(me, Drafts.CALL), Place.ASIDE);
        clock.pass(Duration.ofDays(11));
        retention.run();
        drafts.takeUp(me, form(""));
        assertThat(open()).isEqualTo("十天前的");
        assertThat(drafts.any(Place.ASIDE, me, Drafts.CALL)).isFalse();
    }

    @Test
    void a_call_taken_twice_stays_on_the_screen_and_one_that_hung_up_is_not_set_aside() {
        UUID agent = accounts.byLogin("agent").orElseThrow().id();
        Map<String, String> typed = form("说到一半");
        calls.ring("agent", "13800000001");
        String first = calls.ringing(agent).orElseThrow().id();
        calls.take(agent, first, typed);
        calls.take(agent, first, typed);
        assertThat(drafts.open(agent, Drafts.CALL)).containsEntry("phone", "13800000001");
        calls.ring("agent", "13800000002");
        calls.take(agent, calls.ringing(agent).orElseThrow().id(), Map.of());
        assertThat(drafts.open(agent, Drafts.CALL)).containsEntry("phone", "13800000002");
        drafts.takeUp(agent, drafts.open(agent, Drafts.CALL));
        assertThat(drafts.open(agent, Drafts.CALL)).containsEntry("content", "说到一半");
        drafts.takeUp(agent, drafts.open(agent, Drafts.CALL));
        assertThat(drafts.open(agent, Drafts.CALL))
                .as("who is on the line while the agent looks at another form")
                .containsEntry("phone", "13800000002");
    }

    @Test
    void what_is_none_of_our_forms_is_refused() {
        assertThatThrownBy(() -> drafts.save(me, Map.of("key", "ringing"))).isInstanceOf(BadInput.class);
        Map<String, String> elsewhere = new HashMap<>(form("x"));
        elsewhere.put("subject", "../admin");
        assertThatThrownBy(() -> drafts.save(me, elsewhere)).isInstanceOf(BadInput.class);
    }
}
