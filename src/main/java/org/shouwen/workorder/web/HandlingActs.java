package org.shouwen.workorder.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.id;
import static org.shouwen.acts.Field.ids;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.time;
import static org.shouwen.workorder.web.WorkOrderActs.NOTE;
import static org.shouwen.workorder.web.WorkOrderActs.TEXT;
import static org.shouwen.workorder.web.WorkOrderActs.act;
import static org.shouwen.workorder.web.WorkOrderActs.unit;

import java.util.List;
import org.shouwen.acts.Act;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;

/** What whoever has the order in hand does with it. */
final class HandlingActs {
    private HandlingActs() {}

    static List<Act<Command>> all(ActReferences references) {
        return List.of(
                act("receipts", Clause.A13_1, _ -> new Command.Receive()),
                act(
                        "assignments",
                        Clause.A4,
                        f -> new Command.Assign(f.idOrNull("section"), f.idOrNull("officer")),
                        id("section").optional(),
                        id("officer").optional()),
                act("notes", Clause.A4, f -> new Command.Note(f.text("text")), TEXT),
                act("attachments", Clause.A4, f -> new Command.Attach(references.papers(f)), ids("papers")),
                act(
                        "contacts",
                        Clause.A13_2,
                        f -> new Command.Contact(f.time("contactedAt"), f.text("how"), f.text("said")),
                        time("contactedAt"),
                        text("how", 40),
                        text("said", LONG)),
                act("contributions", Clause.A13_5, f -> new Command.Contribute(f.text("text")), TEXT),
                act(
                        "part-reminders",
                        Clause.A13_5,
                        f -> new Command.RemindPart(unit(f, "unit"), f.text("text")),
                        code("unit"),
                        TEXT),
                ReportAct.act(references),
                act(
                        "arrivals",
                        Clause.A17_9,
                        f -> new Command.ArriveOnSite(f.time("at"), f.text("who")),
                        time("at"),
                        text("who", 100)),
                act(
                        "restorations",
                        Clause.A17_9,
                        f -> new Command.RestoreNormal(f.time("at"), f.text("note")),
                        time("at"),
                        NOTE));
    }
}
