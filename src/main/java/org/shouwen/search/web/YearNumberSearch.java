package org.shouwen.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.GivenNumber;
import org.shouwen.problems.NotFound;
import org.shouwen.search.NumberLookup;
import org.shouwen.search.NumbersOfYear;
import org.springframework.stereotype.Component;

/** Finds what bears the number of a year that was typed, however it was copied: 督〔2026〕1号, 2026-0001, 专报 2026 1 号. */
@Component
class YearNumberSearch {
    private final List<NumbersOfYear> owners;
    private final SearchLabels labels;

    YearNumberSearch(List<NumbersOfYear> owners, SearchLabels labels) {
        this.owners = List.copyOf(owners);
        this.labels = labels;
    }

    /** In the order of the owners; empty when what was typed is no such number. */
    List<NumberLookup.Found> find(String typed, CurrentUser by) {
        Optional<GivenNumber.OfYear> given = GivenNumber.wholeOfYear(typed);
        List<NumberLookup.Found> found = new ArrayList<>();
        given.ifPresent(n -> {
            for (NumbersOfYear owner : owners)
                if (fits(owner, n.mark()) && by.roles().stream().anyMatch(owner.readers()::contains))
                    found(owner, n, by).ifPresent(found::add);
        });
        return found;
    }

    private Optional<NumberLookup.Found> found(NumbersOfYear owner, GivenNumber.OfYear n, CurrentUser by) {
        try {
            return Optional.of(of(owner, owner.get(n.mark(), n.number(), by)));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** A word that is nobody's mark, such as 编号, leaves all of them. */
    private boolean fits(NumbersOfYear owner, String mark) {
        boolean anybodys = owners.stream().noneMatch(o -> marked(o, mark));
        return anybodys || marked(owner, mark);
    }

    private static boolean marked(NumbersOfYear owner, String mark) {
        return owner.marks().stream().anyMatch(mark::contains);
    }

    private NumberLookup.Found of(NumbersOfYear owner, NumbersOfYear.Numbered f) {
        String about = f.order().isEmpty() ? "" : " · " + f.order();
        return new NumberLookup.Found(f.number(), labels.text(owner.label()) + about, f.page());
    }
}
