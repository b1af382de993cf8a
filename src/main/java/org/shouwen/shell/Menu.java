package org.shouwen.shell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.accounts.CurrentUser;
import org.springframework.stereotype.Component;

/** The menu, put together from the entries of the modules; each person sees those of their roles. */
@Component
public class Menu {
    private final List<MenuItem> items;

    Menu(List<ModuleAccess> modules) {
        items = modules.stream()
                .flatMap(m -> m.menu().stream())
                .sorted(Comparator.comparingInt(MenuItem::place).thenComparing(MenuItem::path))
                .toList();
    }

    List<MenuItem> items() {
        return items;
    }

    List<MenuItem> of(CurrentUser person) {
        return mine(person).toList();
    }

    /** The path of the page on which a person's work begins; of whoever has none, the page that changes the password. */
    public String firstPage(CurrentUser person) {
        return mine(person).map(MenuItem::path).findFirst().orElse("/password");
    }

    private Stream<MenuItem> mine(CurrentUser person) {
        return items.stream().filter(i -> i.roles().stream().anyMatch(person::has));
    }
}
