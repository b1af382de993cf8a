package org.shouwen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.intake.Drafts.Place;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that was typed takes the place of something else, in whatever order it comes. */
@ShouwenTest
class DraftsTest {
    @Autowired
    Drafts drafts;

    @Autowired
    Calls calls;

    @Autowired
    Retention retention;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    private final UUID me = UUID.randomUUID();

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
                .as("nor does clearing the page that is just being left")
                .isEqualTo("先来的");
        drafts.takeBack(me, drafts.open(me, Drafts.CALL));
        assertThat(open()).isEqualTo("后来的，补一句");
        drafts.takeUp(me, drafts.open(me, Drafts.CALL));
        assertThat(open()).isEqualTo("先来的");
    }

    @Test
    void what_was_sent_does_not_come_back() {
        Map<String, String> form = form("已提交");
        drafts.save(me, form);
        drafts.sent(me, form);
        drafts.save(me, form);
        drafts.put(me, form, Place.CLEARED);
        assertThat(open()).isEmpty();
        assertThat(drafts.any(Place.CLEARED, me, Drafts.CALL)).isFalse();
        assertThat(drafts.any(Place.SENT, me, Drafts.CALL)).isTrue();
        clock.pass(Duration.ofHours(25));
        drafts.run();
        assertThat(drafts.any(Place.SENT, me, Drafts.CALL)).isFalse();
    }

    @Test
    void clearing_twice_keeps_what_was_cleared_for_a_day() {
        drafts.put(me, form("说了的"), Place.CLEARED);
        drafts.put(me, form(" "), Place.CLEARED);
        drafts.takeBack(me, form(""));
        assertThat(open()).isEqualTo("说了的");
        drafts.put(me, drafts.open(me, Drafts.CALL), Place.CLEARED);
        clock.pass(Duration.ofHours(25));
        drafts.run();
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
        drafts.sentAbout(me, number);
        assertThat(drafts.open(me, number)).isEmpty();
        assertThat(drafts.any(Place.CLEARED, me, number)).isFalse();
    }

    @Test
    void each_form_has_its_own_term() {
        drafts.put(me, form("一个月前的"), Place.ASIDE);
        clock.pass(Duration.ofDays(20));
        drafts.put(me, form("十天前的"), Place.ASIDE);
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
        assertThat(drafts.any(Place.ASIDE, agent, Drafts.CALL)).isFalse();
    }

    @Test
    void what_is_none_of_our_forms_is_refused() {
        assertThatThrownBy(() -> drafts.save(me, Map.of("key", "ringing"))).isInstanceOf(BadInput.class);
        Map<String, String> elsewhere = new HashMap<>(form("x"));
        elsewhere.put("subject", "../admin");
        assertThatThrownBy(() -> drafts.save(me, elsewhere)).isInstanceOf(BadInput.class);
    }
}
