package org.shouwen.workorder.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.acts.Given;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.PlaceReader;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.CitedArticle;
import org.shouwen.problems.BadInput;
import org.shouwen.workorder.MatterHeading;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.springframework.stereotype.Component;

/** What the fields of an act refer to: papers that were handed in with the order, and places by code or by name. */
@Component
class ActReferences {
    private final Papers papers;
    private final PlaceReader places;
    private final AnswersUsed answers;

    ActReferences(Papers papers, PlaceReader places, AnswersUsed answers) {
        this.places = places;
        this.answers = answers;
        this.papers = papers;
    }

    /** @throws BadInput when the order has no such paper */
    List<PaperRef> papers(Given f) {
        return f.ids("papers").stream()
                .map(id -> papers.find(OrderFiles.subject(f.about()), id)
                        .orElseThrow(() -> new BadInput("papers", "problems.field.unknown", id)))
                .toList();
    }

    /**
     * A citation with the article that it was taken from, and that article's source wherever nothing was typed.
     *
     * @param version id of the article's version
     * @throws BadInput when there is no such version, or it is a draft
     */
    Report.Citation cited(Report.Citation typed, UUID version) {
        CitedArticle a = answers.cited(version)
                .orElseThrow(() -> new BadInput("citation.answerFrom", "problems.field.unknown", version.toString()));
        return new Report.Citation(
                typed.documentNumber().isEmpty() ? a.number() : typed.documentNumber(),
                typed.title().isEmpty() ? a.title() : typed.title(),
                typed.provision().isEmpty() ? a.clause() : typed.provision(),
                a.date(),
                a.article(),
                a.version());
    }

    MatterHeading heading(Given f) {
        return new MatterHeading(f.text("title"), f.text("kind"), f.textOrNull("matterClass"), place(f));
    }

    private @Nullable PlaceCode place(Given f) {
        String typed = f.text("place");
        return places.one("place", typed, all -> new BadInput("place", "workorder.bad.several-places", typed, all));
    }
}
