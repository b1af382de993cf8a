package org.shouwen.workorder.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.id;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.time;
import static org.shouwen.acts.Field.yesOrNo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.acts.Act;
import org.shouwen.acts.Field;
import org.shouwen.acts.Given;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;

/** 报结: its parts may be missing here, because the refusal by Art. 13.4 names all that are. */
final class ReportAct {
    static Act<Command> act(ActReferences references) {
        return Act.of(
                "reports",
                Clause.A13_4,
                f -> new Command.ReportOutcome(report(f, references), f.text("withoutParts")),
                text("leaderActed", LONG).optional(),
                text("investigation", LONG).optional(),
                text("resolution", LONG).optional(),
                text("appellantSaid", LONG).optional(),
                time("answeredAt").optional(),
                text("answeredHow", 40).optional(),
                yesOrNo("done").optional(),
                yesOrNo("policyAnswer").optional(),
                citation("documentNumber", 100),
                citation("title", 300),
                citation("provision", 300),
                id("citation.answerFrom").optional(),
                text("withoutParts", 500).optional());
    }

    private ReportAct() {}

    private static Field citation(String part, int most) {
        return text("citation." + part, most).optional();
    }

    private static Report report(Given f, ActReferences references) {
        return new Report(
                f.text("leaderActed"),
                f.text("investigation"),
                f.text("resolution"),
                f.text("appellantSaid"),
                f.timeOrNull("answeredAt"),
                f.text("answeredHow"),
                f.yes("done"),
                f.yes("policyAnswer"),
                cited(f, references));
    }

    /** What was typed; from an article, where one was taken, wherever nothing was typed. */
    private static Report.@Nullable Citation cited(Given f, ActReferences references) {
        UUID article = f.idOrNull("citation.answerFrom");
        if (article == null
                && !f.has("citation.documentNumber")
                && !f.has("citation.title")
                && !f.has("citation.provision")) return null;
        Report.Citation typed = new Report.Citation(
                f.text("citation.documentNumber"), f.text("citation.title"), f.text("citation.provision"));
        return article == null ? typed : references.cited(typed, article);
    }
}
