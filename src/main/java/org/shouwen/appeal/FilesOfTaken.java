package org.shouwen.appeal;

import java.util.List;
import org.shouwen.attachments.Papers;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotAnswering;
import org.springframework.stereotype.Service;

/**
 * Files that came with something already taken. Where their place does not answer, what was taken stays so, and whoever sent
 * them is told which to send again: "nothing was stored" would be untrue, and sending all of it again could double it.
 */
@Service
public class FilesOfTaken {
    private final AppealPapers papers;
    private final SentAgain before;

    FilesOfTaken(AppealPapers papers, SentAgain before) {
        this.papers = papers;
        this.before = before;
    }

    /**
     * Adds those that the appeal has not. Whatever keeps them away is told and never thrown: a page that says "wrong" of what
     * was taken would have it sent twice.
     *
     * @param files looked at before what they came with was taken
     * @return what is to be said of each that could not be stored now, by its name; empty when all are there
     */
    public List<BadInput> attach(String number, List<Papers.File> files, Actor by) {
        List<Papers.File> missing = before.missing(number, files);
        try {
            papers.attach(number, missing, by);
            return List.of();
        } catch (BadInput e) { // more in all than an appeal may have, or nobody is to be told of any more
            return List.of(e);
        } catch (RuntimeException e) {
            if (!NotAnswering.in(e)) throw e;
            return missing.stream()
                    .map(f -> new BadInput("photo", "attachments.bad.store-away", f.name()))
                    .toList();
        }
    }
}
