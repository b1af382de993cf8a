package org.shouwen.workorder.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.acts.Field;
import org.shouwen.acts.Given;
import org.shouwen.acts.Raw;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;
import org.springframework.stereotype.Component;

/** All that a person may do with an order, and what each act asks for. No other class reads a command of an order. */
@Component
class WorkOrderActs {
    static final Field TEXT = text("text", LONG);
    static final Field REASON = text("reason", LONG);
    static final Field NOTE = text("note", LONG).optional();
    static final Field HOW = text("how", 100).optional();

    private final Acts<Command> table;

    WorkOrderActs(ActReferences references) {
        table = Acts.of(
                "WorkOrder",
                Stream.of(
                                DispatchActs.all(),
                                HandlingActs.all(references),
                                RequestActs.all(references),
                                PlatformActs.all(references))
                        .flatMap(List::stream)
                        .toList());
    }

    Acts<Command> table() {
        return table;
    }

    /**
     * @param number of the order that it is done to
     * @throws org.shouwen.problems.NotFound when there is no such act
     * @throws org.shouwen.problems.BadInput naming every field that is missing or ill-formed
     */
    Command read(String act, Raw raw, String number) {
        return table.get(act).read(raw, number);
    }

    static Act<Command> act(String name, Clause clause, Function<Given, Command> makes, Field... fields) {
        return Act.of(name, clause, makes, fields);
    }

    static UnitId unit(Given f, String field) {
        return new UnitId(f.text(field));
    }

    static List<UnitId> units(Given f, String field) {
        return f.codes(field).stream().map(UnitId::new).toList();
    }
}
