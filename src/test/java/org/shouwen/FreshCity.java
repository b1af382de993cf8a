package org.shouwen;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Each test class finds the city as it was loaded, on an application that is already running: the database is put back
 * from its template, and what the application remembers of the old one is forgotten. What one story leaves behind is
 * not in the way of the next.
 */
final class FreshCity extends AbstractTestExecutionListener {
    /** What a module keeps in memory of its tables, by bean and field; null or empty means: ask again. */
    private static final List<Remembered> REMEMBERED = List.of(
            new Remembered("org.shouwen.appeal.AppealNumbers", "day"),
            new Remembered("org.shouwen.directory.Directory", "seen"),
            new Remembered("org.shouwen.directory.Landmarks", "seen"),
            new Remembered("org.shouwen.accounts.HeldAccounts", "stood"),
            new Remembered("org.shouwen.desk.OpenMatters", "held"),
            new Remembered("org.shouwen.warning.MatterMemory", "held"),
            new Remembered("org.shouwen.suggestion.Proposals", "start"),
            new Remembered("org.shouwen.suggestion.CityPlaces", "known"),
            new Remembered("org.shouwen.calendar.WorkCalendar", "held.known"),
            new Remembered("org.shouwen.notification.Templates", "own"),
            new Remembered("org.shouwen.keys.Keys", "known"),
            new Remembered("org.shouwen.keys.KeyVersions", "known"),
            new Remembered("org.shouwen.search.Indexer", "done.done"),
            new Remembered("org.shouwen.search.CentreMemory", "held"),
            new Remembered("org.shouwen.search.CommonKind", "looked"),
            new Remembered("org.shouwen.channels.events.EventsOut", "told"),
            new Remembered("org.shouwen.channels.exchange.ExchangeOut", "busy"),
            new Remembered("org.shouwen.channels.exchange.ChangedMatters", "feed.done.done"),
            new Remembered("org.shouwen.channels.exchange.Partners", "read"),
            new Remembered("org.shouwen.reporting.facts.JournalReader", "done.done"),
            new Remembered("org.shouwen.channels.open311.Publication", "feed.done.done"),
            new Remembered("org.shouwen.knowledge.AnswerSearch", "index"),
            new Remembered("org.shouwen.operations.ArchiveMirror", "seen"),
            new Remembered("org.shouwen.operations.ProductWatch", "last"),
            new Remembered("org.shouwen.desk.Searches", "last"),
            new Remembered("org.shouwen.desk.RingBell", "rings"));

    private record Remembered(String type, String field) {}

    private static final Set<ApplicationContext> USED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Before anything is injected into the test. */
    @Override
    public int getOrder() {
        return 1900;
    }

    @Override
    public void beforeTestClass(TestContext test) throws Exception {
        ApplicationContext context = test.getApplicationContext();
        if (!USED.add(context)) renew(context);
    }

    /** An application whose peers are this class's own serves no other: it would go on to look for them until the run ends. */
    @Override
    public void afterTestClass(TestContext test) {
        boolean itsOwn = Arrays.stream(test.getTestClass().getDeclaredMethods())
                .anyMatch(m -> m.isAnnotationPresent(DynamicPropertySource.class));
        if (itsOwn) test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    private static void renew(ApplicationContext context) throws Exception {
        List<HikariDataSource> pools = pools(context.getBean(DataSource.class));
        for (HikariDataSource pool : pools) {
            pool.getHikariPoolMXBean().suspendPool();
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        for (HikariDataSource pool : pools)
            await().atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        // a connection that was being made meanwhile is given up as well
                        pool.getHikariPoolMXBean().softEvictConnections();
                        return pool.getHikariPoolMXBean().getTotalConnections() == 0;
                    });
        String url = pools.getFirst().getJdbcUrl();
        TestDatabase.put(url.replaceAll("^.*/|\\?.*$", ""));
        for (HikariDataSource pool : pools) pool.getHikariPoolMXBean().resumePool();
        for (Remembered r : REMEMBERED) forget(context, r);
        context.getBean(TestClock.class).reset();
        context.getBeansOfType(Job.class).values().stream()
                .filter(job -> job.name().equals("editions"))
                .forEach(Job::run);
    }

    private static List<HikariDataSource> pools(DataSource source) throws SQLException {
        return source instanceof HikariDataSource single
                ? List.of(single)
                : List.of((HikariDataSource) ReflectionTestUtils.getField(source, "platform"), (HikariDataSource)
                        ReflectionTestUtils.getField(source, "units"));
    }

    private static void forget(ApplicationContext context, Remembered r) throws ClassNotFoundException {
        Object bean;
        try {
            bean = AopTestUtils.getUltimateTargetObject(context.getBean(Class.forName(r.type())));
        } catch (NoSuchBeanDefinitionException e) {
            throw new IllegalStateException(r + " is no bean any more: what the application remembers has moved", e);
        }
        String field = r.field();
        for (int dot = field.indexOf('.'); dot > 0; dot = field.indexOf('.')) {
            bean = Objects.requireNonNull(ReflectionTestUtils.getField(bean, field.substring(0, dot)));
            field = field.substring(dot + 1);
        }
        Object held = ReflectionTestUtils.getField(bean, field);
        if (held instanceof Map<?, ?> map) map.clear();
        else if (held instanceof Collection<?> all) all.clear();
        else ReflectionTestUtils.setField(bean, field, null);
    }
}
