package org.shouwen.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.history.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Years that come with the product ({@code calendar/<year>.csv}) and that this database does not have are loaded at the start. */
@Component
class PublishedCalendars implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedCalendars.class);

    private final WorkCalendar calendar;
    private volatile boolean loaded;

    PublishedCalendars(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** Before anyone can ask for a limit. */
    @Override
    public int getPhase() {
        return -10;
    }

    @Override
    public boolean isRunning() {
        return loaded;
    }

    @Override
    public void stop() {
        loaded = false;
    }

    @Override
    public void start() {
        try {
            load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loaded = true;
    }

    private void load() throws IOException {
        Set<Integer> have = calendar.years().stream().map(YearCalendar::year).collect(Collectors.toSet());
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:calendar/*.csv")) {
            YearCalendar year = CalendarFile.read(file.getContentAsString(StandardCharsets.UTF_8));
            if (!have.contains(year.year())) calendar.load(year, Actor.SYSTEM);
        }
        List<Moved> moved = calendar.recount();
        if (!moved.isEmpty()) LOG.info("{} open limits worked out anew with the holidays fixed by law", moved.size());
    }
}
