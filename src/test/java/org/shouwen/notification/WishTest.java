package org.shouwen.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.retention.EndedMatter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People are told as they wish (Art. 13.7): by the way they chose, and by a person at once where they chose one. */
@Import(WaysThatTake.class)
class WishTest extends BrowserTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @Autowired
    Delivery delivery;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    Wishes wishes;

    @Autowired
    ForgottenMessages forgotten;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state <> 'SENT'")
                .update();
        WaysThatTake.carried.clear();
    }

    private String taken(Identity who, @Nullable Wish wish) {
        return intake.take(
                        AnAppeal.saying("问一下办证时间")
                                .kind("consultation")
                                .wishing(wish)
                                .by(who),
                        new Disposition.Answered("周一到周五"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
    }

    private static Identity both(String phone) {
        return Identity.of("王示例", phone, "示例路1号", null, "mailto:wang@example.invalid");
    }

    private List<String> told(String number) {
        while (delivery.carry() > 0) Thread.onSpinWait();
        return WaysThatTake.carried.stream().filter(c -> c.endsWith(number)).toList();
    }

    private String why(String number) {
        return jdbc.sql("select state || ' ' || coalesce(failed, '') from messages.outbox where number = :n")
                .param("n", number)
                .query(String.class)
                .single();
    }

    @Test
    void the_outbox_takes_the_way_that_was_wished() {
        String mail = taken(both("13811119001"), Wish.MAIL);
        assertThat(told(mail)).containsExactly("mail wang@example.invalid " + mail);
        String sms = taken(both("13811119002"), Wish.SMS);
        assertThat(told(sms)).containsExactly("sms 13811119002 " + sms);
        String unsaid = taken(both("13811119003"), null);
        assertThat(told(unsaid)).containsExactly("mail wang@example.invalid " + unsaid);
    }

    @Test
    void whoever_wishes_a_call_or_a_letter_stands_at_once_on_the_list_of_those_whom_a_person_tells() {
        String call = taken(both("13811119004"), Wish.TELEPHONE);
        String letter = taken(both("13811119005"), Wish.LETTER);
        assertThat(told(call)).isEmpty();
        assertThat(told(letter)).isEmpty();
        assertThat(why(call)).isEqualTo("NO_NUMBER WISH_TELEPHONE");
        assertThat(why(letter)).isEqualTo("NO_NUMBER WISH_LETTER");
        Page desk = as("dispatcher");
        desk.navigate("/desk/undelivered");
        assertThat(desk.locator("tr[data-row]", new Page.LocatorOptions().setHasText(call)))
                .containsText("希望打电话告知");
        assertThat(desk.locator("tr[data-row]", new Page.LocatorOptions().setHasText(letter)))
                .containsText("希望用信函告知");
        shot(desk, "undelivered-wishes");
    }

    @Test
    void a_wish_that_what_was_left_does_not_allow_is_refused_by_name() {
        for (Wish w : Wish.values())
            assertThatThrownBy(() -> taken(Identity.UNNAMED, w))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            e -> assertThat(e.fields())
                                    .singleElement()
                                    .satisfies(f -> assertThat(f.key()).isEqualTo("appeal.bad.wish." + w.name())));
        assertThatThrownBy(() -> Wish.read("pigeon")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Address.typedMail("wang@")).isInstanceOf(BadInput.class);
        assertThat(Address.typedMail(" Wang@Example.invalid ")).isEqualTo("mailto:wang@example.invalid");
    }

    @Test
    void it_goes_with_the_person() {
        Appeal a = appeals.get(taken(both("13811119009"), Wish.LETTER));
        assertThat(wishes.of(a.appellant())).contains(Wish.LETTER);
        transaction.executeWithoutResult(_ -> forgotten.forget(
                new EndedMatter(a.id(), a.number(), a.appellant(), Identity.UNNAMED.scrub(), clock.instant())));
        assertThat(wishes.of(a.appellant())).isEmpty();
    }
}
