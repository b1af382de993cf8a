package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Landmark;
import org.shouwen.directory.Landmarks;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.Units;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Templates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changed what nodes hold in memory reads it at once, though others read what stood before while the change was made. */
@ShouwenTest
class ChangedMemoryTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final LocalDate MONDAY = LocalDate.of(2034, 3, 6);

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Templates templates;

    @Autowired
    Directory directory;

    @Autowired
    Units units;

    @Autowired
    Landmarks landmarks;

    @Autowired
    WorkCalendar calendar;

    /** @return what another thread reads while the change is not committed yet, and what anybody reads after it */
    private <T> List<T> read(Runnable change, Supplier<T> memory) {
        T meanwhile = transaction.execute(_ -> {
            change.run();
            return CompletableFuture.supplyAsync(memory).join();
        });
        return List.of(meanwhile, memory.get());
    }

    private String head() {
        return directory.unit(HEATING).orElseThrow().head();
    }

    private void head(String name) {
        Unit u = directory.unit(HEATING).orElseThrow();
        units.change(
                new Unit(
                        u.id(),
                        u.name(),
                        u.kind(),
                        name,
                        u.leaderInCharge(),
                        u.desk(),
                        u.phone(),
                        u.active(),
                        u.parent(),
                        u.version()),
                Actor.SYSTEM);
    }

    @Test
    void a_template() {
        Supplier<String> words = () -> templates.text(NotificationType.RECEIVED, Templates.Way.PORTAL);
        String before = words.get();
        assertThat(read(
                        () -> templates.keep(
                                NotificationType.RECEIVED, Templates.Way.PORTAL, "已收到{number}", Actor.SYSTEM),
                        words))
                .containsExactly(before, "已收到{number}");
    }

    @Test
    void a_unit() {
        String before = head();
        assertThat(read(() -> head("新负责人"), this::head)).containsExactly(before, "新负责人");
    }

    @Test
    void a_unit_whose_change_was_taken_back() {
        String before = head();
        transaction.executeWithoutResult(status -> {
            head("撤回");
            assertThat(head()).isEqualTo("撤回");
            status.setRollbackOnly();
        });
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_landmark() {
        assertThat(read(
                        () -> landmarks.put(Landmark.Kind.COMPOUND, "试验花园", List.of(), "210603", Actor.SYSTEM),
                        () -> landmarks.search("试验花园", 5).size()))
                .containsExactly(0, 1);
    }

    @Test
    void a_calendar() {
        YearCalendar year = new YearCalendar(2034, "试件", List.of(new SpecialDay(MONDAY, false, "试件")));
        assertThat(read(
                        () -> calendar.load(year, Actor.SYSTEM),
                        () -> calendar.current().isWorking(MONDAY)))
                .containsExactly(true, false);
    }
}
