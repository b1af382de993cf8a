package org.shouwen.desk.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.NumberSearch;
import org.shouwen.problems.GivenNumber;
import org.shouwen.problems.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search field of every page of staff. */
@Controller
class SearchScreens {
    private final NumberSearch search;

    SearchScreens(NumberSearch search) {
        this.search = search;
    }

    /**
     * To the order with the number that was typed, however it was copied; the last digits of a number offer a choice. What
     * is typed goes into no address: it may be a telephone number, and addresses are kept in many places.
     */
    @PostMapping("/search")
    String search(@AuthenticationPrincipal CurrentUser me, @RequestParam(defaultValue = "") String q, Model model) {
        if (q.isBlank()) return "redirect:/home";
        Optional<String> number = GivenNumber.read(q);
        if (number.isPresent())
            return "redirect:"
                    + search.find(number.get(), me)
                            .orElseThrow(() -> new NotFound("work order", q))
                            .page();
        List<NumberSearch.Found> found =
                GivenNumber.tail(q).map(tail -> search.endingWith(tail, me)).orElse(List.of());
        if (found.isEmpty()) throw new NotFound("work order", q);
        model.addAttribute("found", found);
        return "desk/found";
    }
}
