package org.shouwen;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;

/**
 * An order's story in a line: {@code cases.aCase().dispatchedTo("heating").received().reported().closed()}. Each step
 * goes through the product's door, at the time of the test's clock, and fails where the product refuses it.
 */
public final class Case {
    private final WorkOrders orders;
    private final InstantSource clock;
    private final String number;
    private @Nullable CurrentUser lead;

    Case(WorkOrders orders, InstantSource clock, String number) {
        this.orders = orders;
        this.clock = clock;
        this.number = number;
    }

    public String number() {
        return number;
    }

    /** To a unit and those that assist it, in the ordinary class of limits. */
    public Case dispatchedTo(String unit, String... assisting) {
        return dispatchedAs("ordinary", unit, assisting);
    }

    public Case dispatchedAs(String limitClass, String unit, String... assisting) {
        List<UnitId> with = Arrays.stream(assisting).map(UnitId::new).toList();
        lead = People.desk(unit);
        return then(new Command.Dispatch(new UnitId(unit), with, limitClass), People.DISPATCHER);
    }

    public Case received() {
        return then(new Command.Receive(), unit());
    }

    /** With all parts that Article 13.4 asks for. */
    public Case reported() {
        Report report = new Report("分管领导到场", "现场核实", "已更换阀门", "满意", clock.instant(), "电话", true, false, null);
        return then(new Command.ReportOutcome(report), unit());
    }

    public Case sentBack(String why) {
        return then(new Command.SendBack(why), People.DISPATCHER);
    }

    public Case closed() {
        return then(new Command.Accept(""), People.DISPATCHER);
    }

    public Case joinedUnder(Case leading) {
        return then(new Command.Join(leading.number), People.DISPATCHER);
    }

    /** Any other act, by anybody. */
    public Case then(Command command, CurrentUser by) {
        orders.act(number, command, by, null).orThrow();
        return this;
    }

    private CurrentUser unit() {
        return Objects.requireNonNull(lead, "no unit has it yet: dispatchedTo comes first");
    }
}
