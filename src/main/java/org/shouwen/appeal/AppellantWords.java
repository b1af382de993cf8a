package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that an appellant has said of an appeal, first to last: the appeal, additions, objections, a judgement, a wish for review. */
@Component
public class AppellantWords {
    private final OwnAppeals own;

    AppellantWords(OwnAppeals own) {
        this.own = own;
    }

    /** Each in the words that were said. */
    public List<String> of(Appeal a) {
        AppealContent w = a.words();
        List<String> said = new ArrayList<>(List.of(String.join("\n", w.title(), w.content(), w.wants())));
        own.additions(a).forEach(x -> said.add(x.text()));
        own.objections(a).forEach(x -> said.add(x.words()));
        Appeal.Rating rating = a.rating();
        if (rating != null) said.add(rating.words());
        Review review = a.review();
        if (review != null) said.add(review.words());
        return said;
    }
}
