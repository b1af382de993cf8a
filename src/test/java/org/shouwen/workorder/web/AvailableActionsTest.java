package org.shouwen.workorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.TestEditions;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.LivedOrder;

/**
 * The order page and the order's life agree: what is offered to a person is accepted when they send what is asked for,
 * and what would be accepted is offered; for orders with any past, and for people of any role and unit.
 */
class AvailableActionsTest {
    private static final Pattern ACT = Pattern.compile("\\bact\\(\\s*\"([a-z-]+)\"");

    private static final int STORIES = 200;
    private static final int STEPS = 25;
    private static final List<CurrentUser> PEOPLE = people();

    @ParameterizedTest
    @ValueSource(strings = {"dandong-2026", "beijing-2021", "shandong-2022"})
    void what_is_offered_is_accepted_and_what_is_accepted_is_offered(String id) {
        Edition edition = TestEditions.named(id);
        Map<String, String> disagreements = new TreeMap<>();
        Set<String> offered = new HashSet<>();
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            LivedOrder order = born(edition, random);
            for (int step = 0; step < STEPS; step++) {
                Map<String, List<Command>> samples = ActSamples.of(edition, order.now());
                for (CurrentUser person : PEOPLE) compare(order, edition, samples, person, offered, disagreements);
                live(order, edition, random);
            }
        }
        assertThat(disagreements.keySet())
                .as(() ->
                        String.join("\n", disagreements.keySet()) + "\n" + String.join("\n\n", disagreements.values()))
                .isEmpty();
        if (edition.extensionDays() == 0) return; // nothing to ask for, grant or refuse
        assertThat(offered)
                .as("every act of the page was offered to somebody at some time")
                .isEqualTo(
                        ActSamples.of(edition, TestClock.at("2026-09-01T09:00")).keySet());
    }

    @Test
    void every_act_that_the_page_takes_is_looked_at() throws IOException {
        Set<String> taken = new TreeSet<>(Set.of("reports"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/shouwen/workorder/web"))) {
            for (Path file : files.toList()) {
                Matcher act = ACT.matcher(Files.readString(file));
                while (act.find()) taken.add(act.group(1));
            }
        }
        taken.removeAll(Set.of("extension-decisions", "return-decisions")); // of programs: the page grants or refuses
        assertThat(taken)
                .hasSizeGreaterThan(25)
                .isEqualTo(ActSamples.of(TestEditions.dandong(), TestClock.at("2026-09-01T09:00"))
                        .keySet());
    }

    private static void compare(
            LivedOrder order,
            Edition edition,
            Map<String, List<Command>> samples,
            CurrentUser person,
            Set<String> seen,
            Map<String, String> disagreements) {
        if (!order.seenBy(person)) return;
        List<String> offered = AvailableActions.of(
                order.page(), edition, LivedOrder.DAYS, person, null, order.now(), order.platformAnswers());
        seen.addAll(offered);
        assertThat(offered).as("nothing is offered twice").doesNotHaveDuplicates();
        samples.forEach((act, commands) -> {
            boolean accepted = commands.stream().anyMatch(c -> order.accepts(c, person));
            if (accepted == offered.contains(act)) return;
            String state = order.page().order().state() + (accepted ? " accepts " : " refuses ") + act;
            disagreements.computeIfAbsent(
                    state, _ -> "%s from %s of %s:%n%s".formatted(state, person.roles(), person.unitCode(), order));
        });
    }

    private static LivedOrder born(Edition edition, Random random) {
        String urgent =
                random.nextInt(3) == 0 ? edition.urgentKinds().getFirst().code() : null;
        List<UnitId> accused = random.nextInt(5) == 0 ? List.of(ActSamples.LEAD) : List.of();
        return new LivedOrder(
                edition,
                TestClock.at("2026-09-01T09:00").plus(Duration.ofHours(random.nextInt(600))),
                urgent,
                random.nextInt(6) == 0,
                accused,
                random.nextInt(8) == 0);
    }

    /** Mostly something that is accepted, by whoever may; sometimes only time passes. */
    private static void live(LivedOrder order, Edition edition, Random random) {
        order.pass(Duration.ofHours(random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(4)));
        if (random.nextInt(10) == 0) order.leadClosed();
        if (random.nextInt(10) == 0) order.act(new Command.Reopen("不属实"), PEOPLE.get(1));
        Map<String, List<Command>> samples = ActSamples.of(edition, order.now());
        List<String> acts = new ArrayList<>(samples.keySet());
        acts.remove("joins"); // ends many stories: seldom
        for (int tries = 0; tries < 40; tries++) {
            String act = random.nextInt(60) == 0 ? "joins" : acts.get(random.nextInt(acts.size()));
            List<Command> commands = java.util.Objects.requireNonNull(samples.get(act));
            CurrentUser person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            if (order.act(commands.get(random.nextInt(commands.size())), person)) return;
        }
    }

    private static List<CurrentUser> people() {
        List<CurrentUser> people = new ArrayList<>();
        for (Set<Role> roles : List.of(
                Set.of(Role.AGENT),
                Set.of(Role.DISPATCHER),
                Set.of(Role.SUPERVISOR),
                Set.of(Role.BUREAU),
                Set.of(Role.CITY_LEADER),
                Set.of(Role.AGENT, Role.BUREAU),
                Set.of(Role.DISPATCHER, Role.BUREAU, Role.SUPERVISOR))) people.add(person(null, roles));
        for (UnitId unit : List.of(ActSamples.LEAD, ActSamples.HELPER, ActSamples.OTHER))
            for (Role role : List.of(Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER))
                people.add(person(unit.code(), Set.of(role)));
        return people;
    }

    private static CurrentUser person(@Nullable String unit, Set<Role> roles) {
        String name = roles.stream().map(Role::name).sorted().collect(Collectors.joining("+"));
        return new CurrentUser(new UUID(4, 4), name, name, unit, null, roles);
    }
}
