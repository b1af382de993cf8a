package org.shouwen.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.identity.Redactor;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.NewWorkOrder;
import org.shouwen.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** What a decision on an appeal sets off: an order, a joining, a reminder. The same whether it is taken at once or later. */
@Component
class DispositionHandler {
    private final WorkOrders orders;
    private final Reminders reminders;
    private final Directory directory;

    DispositionHandler(WorkOrders orders, Reminders reminders, Directory directory) {
        this.orders = orders;
        this.reminders = reminders;
        this.directory = directory;
    }

    /**
     * An appeal that somebody decided on.
     *
     * @param words as they were decided on
     * @param scrub takes what identifies the appellant out of words
     * @param unnamed takes the appellant's name out of words
     * @param at when the order begins
     * @param by who brings the order in
     * @param officer who decided
     * @param leads the unit's own order, where a unit that was asked directly opens it (Art. 10.2)
     */
    record Disposed(
            Appeal appeal,
            AppealContent words,
            Disposition outcome,
            Supplier<Redactor> scrub,
            UnaryOperator<String> unnamed,
            Instant at,
            Actor by,
            CurrentUser officer,
            Command.@Nullable LeadOwn leads) {}

    /** Opens the orders that decisions ask for, many in few statements (Art. 12.2); before anybody is told. */
    void open(List<Disposed> decided) {
        orders.register(decided.stream()
                .filter(d -> d.outcome().opensOrder())
                .map(this::order)
                .toList());
    }

    private NewWorkOrder order(Disposed d) {
        Disposition.Ordered o = Disposition.Ordered.madeBy(d.outcome());
        Redactor scrub = d.scrub().get();
        Confidentiality shield = AccusedUnitFinder.find(d.words(), directory, scrub, d.unnamed());
        return new NewWorkOrder(
                UuidCreator.getTimeOrderedEpoch(),
                d.appeal().number(),
                d.appeal().id(),
                RedactedMatter.of(d.words(), o, scrub, shield.any()),
                shield,
                d.at(),
                d.by());
    }

    /** Does what a decision says of orders that are there: joins, reminds, leads. */
    void follow(Disposed d) {
        String number = d.appeal().number();
        switch (d.outcome()) {
            case Disposition.Joined j ->
                orders.join(number, j.number(), d.officer()).orThrow();
            case Disposition.Reminded r ->
                reminders.remind(r, d.appeal().appellant(), d.words(), d.scrub().get(), d.officer());
            case Disposition.Answered _,
                    Disposition.Ordered _,
                    Disposition.Guided _,
                    Disposition.Declined _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> {}
        }
        if (d.leads() != null) orders.leadOwn(number, d.leads(), d.officer()).orThrow();
    }
}
