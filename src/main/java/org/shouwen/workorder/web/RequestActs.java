package org.shouwen.workorder.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.ids;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.time;
import static org.shouwen.acts.Field.yesOrNo;
import static org.shouwen.workorder.web.WorkOrderActs.NOTE;
import static org.shouwen.workorder.web.WorkOrderActs.REASON;
import static org.shouwen.workorder.web.WorkOrderActs.act;
import static org.shouwen.workorder.web.WorkOrderActs.unit;

import java.util.List;
import org.shouwen.acts.Act;
import org.shouwen.acts.Field;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;

/** Acts on a unit's requests (extension, return): one act for each decision on the screen, and one for both decisions in the API. */
final class RequestActs {
    private RequestActs() {}

    static List<Act<Command>> all(ActReferences references) {
        return List.of(
                act(
                        "extensions",
                        Clause.A13_3,
                        f -> new Command.AskExtension(
                                f.integer("days"),
                                f.text("reason"),
                                f.text("basis"),
                                f.time("toldAt"),
                                f.text("toldHow")),
                        Field.integer("days"),
                        REASON.optional(),
                        text("basis", LONG).optional(),
                        time("toldAt"),
                        text("toldHow", 100).optional()),
                act("extension-grants", Clause.A13_3, f -> new Command.GrantExtension(f.text("note")), NOTE),
                act("extension-refusals", Clause.A13_3, f -> new Command.RefuseExtension(f.text("reason")), REASON),
                act(
                        "extension-decisions",
                        Clause.A13_3,
                        f -> f.yes("granted")
                                ? new Command.GrantExtension(f.text("note"))
                                : new Command.RefuseExtension(f.need("note")),
                        yesOrNo("granted"),
                        NOTE),
                act(
                        "returns",
                        Clause.A13_6,
                        f -> new Command.AskReturn(f.text("statement"), f.text("rulingNumber"), references.papers(f)),
                        text("statement", LONG),
                        text("rulingNumber", 100).optional(),
                        ids("papers").optional()),
                act(
                        "return-grants",
                        Clause.A13_6,
                        f -> new Command.GrantReturn(unit(f, "lead"), f.text("limitClass"), f.text("note")),
                        code("lead"),
                        code("limitClass"),
                        NOTE),
                act("return-refusals", Clause.A13_6, f -> new Command.RefuseReturn(f.text("reason")), REASON),
                act(
                        "return-decisions",
                        Clause.A13_6,
                        f -> f.yes("granted")
                                ? new Command.GrantReturn(
                                        new UnitId(f.need("lead")), f.need("limitClass"), f.text("note"))
                                : new Command.RefuseReturn(f.need("note")),
                        yesOrNo("granted"),
                        code("lead").optional(),
                        code("limitClass").optional(),
                        NOTE));
    }
}
