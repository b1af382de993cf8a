package org.shouwen.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AllAppealsOfPerson;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.problems.Page;
import org.shouwen.workorder.OpenOrders;
import org.shouwen.workorder.OrderLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is on the line: what came from there before, what is still open, what holds against nuisance calls. Somebody waits
 * for it with every call, so that it is read in one transaction.
 */
@Service
public class Callers {
    private final Appeals appeals;
    private final AllAppealsOfPerson all;
    private final OpenOrders orders;
    private final CallerMeasures measures;
    private final Searches searches;
    private final Vault vault;
    private final TransactionTemplate reading;

    Callers(
            Appeals appeals,
            AllAppealsOfPerson all,
            OpenOrders orders,
            CallerMeasures measures,
            Searches searches,
            Vault vault,
            PlatformTransactionManager transactions) {
        this.appeals = appeals;
        this.all = all;
        this.orders = orders;
        this.measures = measures;
        this.searches = searches;
        this.vault = vault;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * @param earlier newest first, the newest 50 at most, without what is not there for this reader
     * @param all how many appeals came from there
     * @param open of all of them, the orders that are not closed, however long ago they were brought
     */
    public record Caller(List<Appeal> earlier, int all, Page<OrderLine> open, CallerMeasures.@Nullable Ruled measure) {
        public static final Caller NOBODY = new Caller(List.of(), 0, Page.empty(), null);
    }

    /** Everything that came from a number; that it was searched for is on record (Art. 21). */
    public Caller of(Phone phone, CurrentUser by) {
        Caller caller = read(() -> of(
                appeals.ofPhone(phone, by),
                all.of(phone, by),
                measures.of(phone, by).orElse(null),
                by));
        searches.record(vault.phoneKey(phone), caller.earlier(), by);
        return caller;
    }

    /** Everything else of whoever brought this appeal, who stays masked. */
    public Caller of(Appeal appeal, CurrentUser by) {
        return read(() -> of(appeals.samePersonAs(appeal, by), all.besides(appeal, by), null, by));
    }

    private Caller read(Supplier<Caller> reads) {
        return Objects.requireNonNull(reading.execute(_ -> reads.get()));
    }

    private Caller of(List<Appeal> earlier, List<UUID> every, CallerMeasures.@Nullable Ruled measure, CurrentUser by) {
        return new Caller(earlier, every.size(), orders.of(every, by), measure);
    }
}
