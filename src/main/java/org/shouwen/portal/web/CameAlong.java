package org.shouwen.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.FilesOfTaken;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Files that came along with what a citizen sent: those that fit are kept, the others are named. */
@Component
class CameAlong {
    private final FilesOfTaken taken;
    private final MessageSource messages;

    CameAlong(FilesOfTaken taken, MessageSource messages) {
        this.taken = taken;
        this.messages = messages;
    }

    /** @return in words what is wrong with each that was not kept */
    List<String> keep(String number, AppealPapers.Sorted files, Locale locale) {
        List<BadInput> left = new ArrayList<>(files.left());
        left.addAll(taken.attach(number, files.taken(), Actor.APPELLANT));
        List<String> words = new ArrayList<>();
        for (BadInput bad : left)
            words.addAll(FormProblem.of(bad, messages, locale).fields().values());
        return List.copyOf(words); // kept in the session
    }
}
