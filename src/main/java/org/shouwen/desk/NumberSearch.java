package org.shouwen.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.RecentAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.search.NumberLookup;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Service;

/** Finds appeals and orders by their number, or by the last digits of a number of these days; only what the reader may see. */
@Service
class NumberSearch implements NumberLookup {
    private static final int DAYS = 7;
    private static final int MOST = 12;
    private static final int READ = 100;
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR);

    /** Who may open orders; {@code site.Access} says the same of the page. */
    private static final Set<Role> ORDERS = Set.of(
            Role.AGENT,
            Role.DISPATCHER,
            Role.SUPERVISOR,
            Role.BUREAU,
            Role.UNIT_DESK,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER);

    private final RecentAppeals recent;
    private final WorkOrderBoard board;
    private final AppealVisibility readable;
    private final InstantSource clock;

    NumberSearch(RecentAppeals recent, WorkOrderBoard board, AppealVisibility readable, InstantSource clock) {
        this.recent = recent;
        this.board = board;
        this.readable = readable;
        this.clock = clock;
    }

    @Override
    public Optional<Found> find(WorkOrderNumber number, CurrentUser by) {
        return find(number.text(), by);
    }

    private Optional<Found> find(String number, CurrentUser by) {
        if (by.roles().stream().noneMatch(ORDERS::contains)) return Optional.empty();
        try {
            return Optional.of(new Found(number, board.page(number, by).matter().title(), "/orders/" + number));
        } catch (NotFound e) {
            return by.roles().stream().anyMatch(DESK::contains) ? appeal(number, by) : Optional.empty();
        }
    }

    private Optional<Found> appeal(String number, CurrentUser by) {
        try {
            return Optional.of(
                    new Found(number, readable.get(number, by).words().title(), "/appeals/" + number));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** Of today; of the days before where today has none. */
    @Override
    public List<Found> endingWith(String digits, CurrentUser by) {
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        List<Found> found = recent.numbersEndingWith(digits, today.minusDays(DAYS), READ).stream()
                .flatMap(number -> find(number, by).stream())
                .toList();
        List<Found> ofToday =
                found.stream().filter(f -> f.number().startsWith(day(today))).toList();
        return (ofToday.isEmpty() ? found : ofToday).stream().limit(MOST).toList();
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
