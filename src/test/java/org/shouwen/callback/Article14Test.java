package org.shouwen.callback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Verification;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 14: drawn by a stored seed, called, asked; an untruthful report is opened again. */
class Article14Test extends BrowserTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final CurrentUser SUPERVISOR = People.SUPERVISOR;

    @Autowired
    TestClock clock;

    @Autowired
    Cases cases;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Callbacks callbacks;

    @Autowired
    CallbackDraw draw;

    @Autowired
    DrawStore draws;

    @Autowired
    Verification verification;

    @BeforeEach
    void morning() {
        clock.set("2026-10-08T10:00");
    }

    private Callback drawn(LocalDate day) {
        callbacks.rate("heating", null, null, 100, SUPERVISOR);
        String number = cases.aCase()
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        clock.set(day.plusDays(1) + "T09:00");
        draw.draw(day, 7);
        return callbacks.waiting(SUPERVISOR, null, 1000).items().stream()
                .filter(c -> c.orderNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Autowired
    VerificationProbe probe;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(probe.findings()).isEmpty();
    }

    @Test
    void the_same_seed_draws_the_same_orders_another_seed_others_and_the_rate_is_kept() {
        List<UUID> ids = java.util.stream.LongStream.range(0, 20_000)
                .mapToObj(i -> new UUID(i, ~i))
                .toList();
        List<UUID> once = ids.stream().filter(i -> Sampling.drawn(42, i, 10)).toList();
        assertThat(ids.stream().filter(i -> Sampling.drawn(42, i, 10)).toList()).isEqualTo(once);
        assertThat(ids.stream().filter(i -> Sampling.drawn(43, i, 10)).toList()).isNotEqualTo(once);
        assertThat(once.size()).isBetween(1_800, 2_200);
        assertThat(ids).noneMatch(i -> Sampling.drawn(42, i, 0)).allMatch(i -> Sampling.drawn(42, i, 100));
        assertThat(ids.stream().filter(i -> Sampling.drawn(42, i, 20)).toList())
                .as("who is drawn at ten in a hundred is drawn at twenty")
                .containsAll(once);
    }

    @Test
    void a_units_own_rate_goes_before_a_kinds_and_a_classs() {
        List<Sampling.Rate> rates = List.of(
                new Sampling.Rate(null, null, "difficult", 50),
                new Sampling.Rate(null, "complaint", null, 30),
                new Sampling.Rate("heating", null, null, 5));
        assertThat(Sampling.percent(rates, 10, "heating", "complaint", "difficult"))
                .isEqualTo(5);
        assertThat(Sampling.percent(rates, 10, "water", "complaint", "difficult"))
                .isEqualTo(30);
        assertThat(Sampling.percent(rates, 10, "water", "service", "difficult")).isEqualTo(50);
        assertThat(Sampling.percent(rates, 10, "water", "service", "ordinary")).isEqualTo(10);
    }

    @Test
    void a_day_is_drawn_once_and_anyone_can_draw_it_again() {
        Callback c = drawn(DAY);
        assertThat(draw.draw(DAY, 99)).as("drawn already").isZero();
        assertThat(draws.seed(DAY)).contains(7L);
        assertThat(draw.sample(DAY, 7)).extracting(o -> o.id()).contains(c.order());
    }

    @Test
    void unreached_after_three_tries_it_is_over() {
        clock.set("2026-10-13T10:00");
        Callback c = drawn(LocalDate.of(2026, 10, 13));
        Callback.Answer nobody = new Callback.Answer(false, true, true, true, "");
        assertThat(callbacks.answer(c.id(), nobody, SUPERVISOR).state()).isEqualTo(Callback.State.WAITING);
        callbacks.answer(c.id(), nobody, SUPERVISOR);
        assertThat(callbacks.answer(c.id(), nobody, SUPERVISOR).state()).isEqualTo(Callback.State.UNREACHED);
        assertThatThrownBy(() -> callbacks.answer(c.id(), nobody, SUPERVISOR))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.clause()).isEqualTo(Clause.A14.name()));
    }

    @Test
    void satisfaction_is_kept_as_first_and_last_and_apart_from_resolved() {
        clock.set("2026-10-14T10:00");
        Callback c = drawn(LocalDate.of(2026, 10, 14));
        callbacks.answer(c.id(), new Callback.Answer(true, true, false, false, "还没修好"), SUPERVISOR);
        Callback last = callbacks.answer(c.id(), new Callback.Answer(true, true, true, true, "修好了"), SUPERVISOR);
        assertThat(last.satisfiedFirst()).isFalse();
        assertThat(last.satisfied()).isTrue();
        assertThat(last.resolved()).isTrue();
    }

    @Test
    void an_untruthful_report_opens_the_order_again_and_calls_for_supervision() {
        clock.set("2026-10-12T10:00");
        Callback c = drawn(LocalDate.of(2026, 10, 12));
        assertThatThrownBy(
                        () -> callbacks.answer(c.id(), new Callback.Answer(true, false, false, false, " "), SUPERVISOR))
                .isInstanceOf(Refusal.class);
        Page page = as("supervisor");
        page.navigate("/callbacks");
        shot(page, "callbacks");
        page.navigate("/callbacks/" + c.id());
        page.locator("[name=truthful][value=no]").check();
        page.locator("[name=resolved][value=no]").check();
        page.locator("[name=satisfied][value=no]").check();
        page.fill("[name=words]", "没有人来过，温度还是14度");
        shot(page, "callback");
        page.click("button[name=reached][value=yes]");
        assertThat(page.locator(".sw-told")).containsText("已记录");
        var order = board.page(c.orderNumber(), SUPERVISOR);
        assertThat(order.order()).isInstanceOf(WorkOrder.InHand.class);
        assertThat(java.util.Objects.requireNonNull(order.order().dutyOrNull()).reworks())
                .isEqualTo(1);
        page.navigate("/supervisions");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(c.orderNumber())))
                .containsText("回访认定办理结果不实");
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }
}
