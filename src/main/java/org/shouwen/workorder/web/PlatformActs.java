package org.shouwen.workorder.web;

import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.time;
import static org.shouwen.acts.Field.yesOrNo;
import static org.shouwen.workorder.web.WorkOrderActs.HOW;
import static org.shouwen.workorder.web.WorkOrderActs.REASON;
import static org.shouwen.workorder.web.WorkOrderActs.TEXT;
import static org.shouwen.workorder.web.WorkOrderActs.act;
import static org.shouwen.workorder.web.WorkOrderActs.unit;

import java.util.List;
import org.shouwen.acts.Act;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;

/** What the platform does with an order besides dispatching it, secrecy among it (Art. 21). */
final class PlatformActs {
    private PlatformActs() {}

    static List<Act<Command>> all(ActReferences references) {
        return List.of(
                act("acceptances", Clause.A13_7, f -> new Command.Accept(f.text("text")), TEXT.optional()),
                act("reworks", Clause.A13_4, f -> new Command.SendBack(f.text("reason")), REASON),
                act("reminders", Clause.A9, f -> new Command.Remind(f.text("text")), TEXT),
                act(
                        "corrections",
                        Clause.A12_5,
                        f -> new Command.CorrectMatter(references.heading(f), f.text("reason")),
                        text("title", 200),
                        code("kind"),
                        code("matterClass").optional(),
                        text("place", 100).optional(),
                        REASON),
                act(
                        "urgencies",
                        Clause.A17_9,
                        f -> new Command.RaiseUrgency(f.text("urgentKind"), f.text("reason")),
                        code("urgentKind"),
                        REASON),
                act(
                        "calls",
                        Clause.A17_9,
                        f -> new Command.Phone(f.text("called"), f.time("calledAt"), f.text("answeredBy")),
                        text("called", 100),
                        time("calledAt"),
                        text("answeredBy", 100).optional()),
                act(
                        "accusations",
                        Clause.A21,
                        f -> new Command.NameAccused(
                                f.has("unit") ? unit(f, "unit") : null, f.text("accused"), f.yes("outside")),
                        code("unit").optional(),
                        text("accused", 100).optional(),
                        yesOrNo("outside").optional()),
                act("secrecy-requests", Clause.A21, f -> new Command.KeepSecret(f.text("how")), HOW),
                act(
                        "permissions",
                        Clause.A21,
                        f -> new Command.Permit(f.time("permittedAt"), f.text("how")),
                        time("permittedAt"),
                        HOW));
    }
}
