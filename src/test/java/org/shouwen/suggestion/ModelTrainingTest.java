package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The city's own decisions make models at night; a worse one is never switched on by itself, and whoever is forgotten is in none. */
@ShouwenTest
class ModelTrainingTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席", null, null, Set.of(Role.AGENT));
    private static final CurrentUser ADMIN =
            new CurrentUser(UUID.randomUUID(), "m", "管理员甲", null, null, Set.of(Role.ADMIN));

    /** Words that no list of ours knows, so that only decisions teach what they mean. */
    private static final String[][] WAYS = {
        {"traffic-bus", "咕噜咕噜的大铁盒子"}, {"city-noise", "唧唧歪歪的大花脸"}, {"water-sewage", "噗噗往外翻的黑汤子"}
    };

    private static final List<String> BEFORE = List.of(
            "昨儿个我下楼遛弯碰上",
            "我姥姥隔着窗户看见",
            "开会回来推开门就是",
            "小店刚开张对面就摆着",
            "坐在院里择菜忽然来了",
            "半路上孩子指着说是",
            "晾衣裳的工夫瞧见",
            "刚搬来头一天就遇着",
            "邻居打电话告诉我有",
            "值夜班的同事提起过",
            "买菜的路上绕不开",
            "老同学从外地来也笑话");
    private static final List<String> AFTER = List.of(
            "，问了几个人都摇头",
            "，照片存在手机里",
            "，谁家摊上谁闹心",
            "，跟去年比更厉害了",
            "，说好了月底给个话",
            "，大伙凑钱也不顶用",
            "，隔壁单元也是一样",
            "，开春以前能不能成",
            "，上回来的小伙子挺好");

    @Autowired
    Intake intake;

    @Autowired
    ModelTraining training;

    @Autowired
    ModelRegister register;

    @Autowired
    ModelStore store;

    @Autowired
    Proposals proposals;

    @Autowired
    List<PersonalStore> stores;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    private List<UUID> decide(int from, int to) {
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(i -> {
                    String[] way = WAYS[i % WAYS.length];
                    clock.pass(Duration.ofSeconds(30));
                    return intake.take(
                                    AnAppeal.saying(BEFORE.get(i * 7 / 3 % BEFORE.size()) + way[1]
                                                    + AFTER.get(i * 5 / 2 % AFTER.size()) + "。"
                                                    + AFTER.get((i / 4 + 3) % AFTER.size())
                                                            .substring(1))
                                            .channel("phone")
                                            .matterClass(way[0])
                                            .by(Identity.UNNAMED),
                                    new Disposition.Answered("已答复"),
                                    Origin.of(AGENT, null),
                                    AGENT)
                            .orThrow()
                            .id();
                })
                .toList();
    }

    private List<ModelEntry> of(Task task) {
        return register.page(null, 200).items().stream()
                .filter(m -> m.task() == task)
                .toList();
    }

    @Test
    void a_city_goes_from_its_lists_to_its_own_decisions_and_forgets() throws Exception {
        clock.set("2026-10-10T09:00");
        assertThat(proposals.version(Task.CLASS)).isEqualTo("start/1");
        assertThat(proposals.desk("那" + WAYS[1][1] + "又来了").matterClass())
                .as("nothing known yet")
                .isNull();
        clock.set("2026-10-11T02:30");
        training.run();
        assertThat(register.page(null, 200).items())
                .as("too little to learn from: a word in the log, and no model")
                .isEmpty();

        clock.set("2026-10-11T09:00");
        List<UUID> first = decide(0, 300);
        clock.set("2026-10-11T23:00");
        training.run();
        assertThat(register.page(null, 200).items()).as("not by day").isEmpty();
        clock.set("2026-10-12T02:30");
        training.run();
        ModelEntry made = of(Task.CLASS).getFirst();
        assertThat(made.better()).isTrue();
        assertThat(made.inUse()).isTrue();
        assertThat(made.switchedOnBy()).isEqualTo("system");
        assertThat(made.top1()).isGreaterThan(0.9);
        assertThat(made.trainedOn()).isBetween(240, 320);
        assertThat(made.heldOut()).isGreaterThan(40);
        Suggestion class_ = java.util.Objects.requireNonNull(
                proposals.desk("那" + WAYS[1][1] + "又来了，照片存在手机里").matterClass());
        assertThat(class_.first().category()).isEqualTo("city-noise");
        assertThat(class_.model()).isEqualTo(made.version());
        assertThat(class_.first().reason()).isNotEmpty();
        assertThat(of(Task.KIND)).as("only one kind was ever decided on").allMatch(m -> m.trainedOn() > 0);

        training.run();
        assertThat(of(Task.CLASS)).as("once a night").hasSize(1);
        clock.set("2026-10-13T02:30");
        training.run();
        assertThat(of(Task.CLASS)).as("nothing new to compare on").hasSize(1);

        clock.set("2026-10-13T09:00");
        decide(300, 420);
        clock.set("2026-10-14T02:30");
        training.run();
        ModelEntry second = of(Task.CLASS).getFirst();
        assertThat(of(Task.CLASS)).hasSize(2);
        assertThat(second.rival()).isEqualTo(made.version());
        assertThat(second.inUse()).as("as good is not better").isEqualTo(second.better());

        register.switchOn(second.id(), ADMIN);
        assertThat(store.inUse(Task.CLASS))
                .get()
                .matches(m -> m.id().equals(second.id()) && "管理员甲".equals(m.switchedOnBy()));
        register.switchOn(made.id(), ADMIN);
        assertThat(proposals.version(Task.CLASS)).isEqualTo(made.version());

        UUID person = first.getFirst();
        assertThat(stores.stream().filter(s -> s.holds(person)).map(PersonalStore::store))
                .contains("suggestion.model");
        for (PersonalStore s : stores) s.forget(person);
        assertThat(stores).as("by registration").hasSizeGreaterThanOrEqualTo(2).noneMatch(s -> s.holds(person));
        clock.pass(Duration.ofMinutes(1));
        assertThat(proposals.version(Task.CLASS))
                .as("gone at once, and the desk goes on")
                .isEqualTo("start/1");
        assertThat(jdbc.sql("select count(*) from suggestion.model where content is not null and id = :id")
                        .param("id", made.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verification.findings()).isEmpty();
    }
}
