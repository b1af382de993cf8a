package org.shouwen.channels.exchange;

import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.PublishableAppeals;
import org.springframework.stereotype.Component;

/** The words in which a decided appeal is answered: the unit's resolution, the desk's answer or the reason (Art. 2). */
@Component
class AnswerWords {
    /** What is said where the person was guided elsewhere in no words of its own. */
    private static final String GUIDED = "不属本平台受理范围，已引导诉求人向有权处理的部门反映。";

    private final PublishableAppeals answers;

    AnswerWords(PublishableAppeals answers) {
        this.answers = answers;
    }

    /** Empty where nothing was said. */
    String of(Appeal a) {
        var answered = answers.answered(a);
        if (answered.isPresent()) return answered.get().answer();
        Appeal.@Nullable Decision d = a.decision();
        return switch (d == null ? null : d.outcome()) {
            case Disposition.Declined declined -> declined.reason();
            case Disposition.Settled settled -> settled.how();
            case Disposition.Guided guided -> said(guided.words());
            case Disposition.Pointed pointed -> said(pointed.words());
            case Disposition.Answered answer -> answer.answer();
            case Disposition.Ordered _, Disposition.Joined _, Disposition.Reminded _ -> "";
            case null -> "";
        };
    }

    /** A return without a reason would lie among the other side's rejects. */
    private static String said(@Nullable String words) {
        return words == null || words.isBlank() ? GUIDED : words;
    }
}
