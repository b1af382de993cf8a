package org.shouwen.channels.boards;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.channels.exchange.ExchangeLists;
import org.shouwen.channels.exchange.OwedElsewhere;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dispatcher's list of posts whose result has not gone back to their board, with its last day (Art. 2). */
@Component
@Basis(Clause.A2)
class BoardsOwed implements OwedElsewhere {
    /** Where a source's file is gone or can not be read. */
    private static final int DAYS = 15;

    private final PostStore posts;
    private final BoardResults results;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final InstantSource clock;
    private final Path home;

    BoardsOwed(
            PostStore posts,
            BoardResults results,
            Editions editions,
            WorkCalendar calendar,
            InstantSource clock,
            @Value("${shouwen.home:.shouwen}") Path home) {
        this.posts = posts;
        this.results = results;
        this.editions = editions;
        this.calendar = calendar;
        this.clock = clock;
        this.home = home;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ExchangeLists.Owed> owed(CurrentUser by, @Nullable After after, int limit) {
        Instant now = clock.instant();
        Page<PostStore.Post> page = posts.waiting(ConflictOfInterest.name(by), after, limit);
        var done = results.closed(page.items()).keySet();
        Map<String, Optional<BoardSource>> sources = new HashMap<>();
        return page.map(p -> {
            Optional<BoardSource> source =
                    sources.computeIfAbsent(p.source(), code -> BoardSource.readable(code, home));
            int days = source.map(BoardSource::workingDays).orElse(DAYS);
            Instant due = new ReturnLimit(days, editions, calendar).of(p.takenAt());
            return new ExchangeLists.Owed(
                    source.map(BoardSource::shown).orElse(p.source()),
                    p.id(),
                    p.number(),
                    p.takenAt(),
                    due,
                    now.isAfter(due),
                    done.contains(p.appeal()));
        });
    }
}
