package org.shouwen.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.history.Actor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Years that come with the product ({@code calendar/<year>.csv}) and that this database does not have are loaded at the start. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublishedCalendars implements ApplicationRunner {
    private final WorkCalendar calendar;

    PublishedCalendars(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        Set<Integer> have = calendar.years().stream().map(YearCalendar::year).collect(Collectors.toSet());
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:calendar/*.csv")) {
            YearCalendar year = CalendarFile.read(file.getContentAsString(StandardCharsets.UTF_8));
            if (!have.contains(year.year())) calendar.load(year, Actor.SYSTEM);
        }
    }
}
