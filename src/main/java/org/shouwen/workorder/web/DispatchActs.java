package org.shouwen.workorder.web;

import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.codes;
import static org.shouwen.acts.Field.number;
import static org.shouwen.workorder.web.WorkOrderActs.REASON;
import static org.shouwen.workorder.web.WorkOrderActs.TEXT;
import static org.shouwen.workorder.web.WorkOrderActs.act;
import static org.shouwen.workorder.web.WorkOrderActs.unit;
import static org.shouwen.workorder.web.WorkOrderActs.units;

import java.util.List;
import org.shouwen.acts.Act;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;

/** Where an order goes: dispatched, taken back, joined, asked about before (Art. 12.5). */
final class DispatchActs {
    private DispatchActs() {}

    static List<Act<Command>> all() {
        return List.of(
                act(
                        "dispatches",
                        Clause.A12_5,
                        f -> new Command.Dispatch(unit(f, "lead"), units(f, "assisting"), f.text("limitClass")),
                        code("lead"),
                        codes("assisting").optional(),
                        code("limitClass")),
                act("recalls", Clause.A12_5, f -> new Command.Recall(f.text("reason")), REASON),
                act(
                        "redispatches",
                        Clause.A12_5,
                        f -> new Command.DispatchElsewhere(unit(f, "lead"), f.text("limitClass"), f.text("reason")),
                        code("lead"),
                        code("limitClass"),
                        REASON),
                act(
                        "reclassifications",
                        Clause.A13_2,
                        f -> new Command.Reclassify(f.text("limitClass"), f.text("reason")),
                        code("limitClass"),
                        REASON),
                act("joins", Clause.A12_5, f -> new Command.Join(f.text("lead")), number("lead")),
                act("separations", Clause.A12_5, f -> new Command.Separate(f.text("reason")), REASON),
                act("intake-questions", Clause.A12_5, f -> new Command.AskIntake(f.text("text")), TEXT),
                act("intake-answers", Clause.A12_5, f -> new Command.AnswerIntake(f.text("text")), TEXT));
    }
}
