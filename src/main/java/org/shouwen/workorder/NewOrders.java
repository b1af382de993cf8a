package org.shouwen.workorder;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.keys.Salt;
import org.springframework.stereotype.Component;

/** Orders that begin; many in few statements, within the caller's transaction (Art. 12.2). */
@Component
class NewOrders {
    private final OrderStore store;
    private final HeldOrders held;
    private final History history;
    private final EventJson json;
    private final MatterDigest digest;
    private final Parties parties;

    NewOrders(
            OrderStore store, HeldOrders held, History history, EventJson json, MatterDigest digest, Parties parties) {
        this.store = store;
        this.held = held;
        this.history = history;
        this.json = json;
        this.digest = digest;
        this.parties = parties;
    }

    void register(List<NewWorkOrder> registrations) {
        if (registrations.isEmpty()) return;
        List<Entry> entries = new ArrayList<>(registrations.size());
        List<String> salts = new ArrayList<>(registrations.size());
        for (NewWorkOrder r : registrations) {
            String salt = Salt.fresh();
            salts.add(salt);
            Event event = new Event.Registered(
                    r.number(),
                    r.appeal(),
                    digest.of(salt, r.matter()),
                    r.matter().urgentKind(),
                    r.shield().secret(),
                    r.shield().accusedUnits(),
                    r.shield().accused(),
                    r.shield().unclear());
            entries.add(new Entry(
                    new Subject(OrderRow.KIND, r.id()),
                    Chain.START,
                    r.at(),
                    r.by(),
                    EventJson.name(event),
                    json.write(event)));
        }
        List<Chain> chains = history.appendAll(entries);
        List<OrderRow> rows = new ArrayList<>(registrations.size());
        for (int i = 0; i < chains.size(); i++) {
            NewWorkOrder r = registrations.get(i);
            rows.add(new OrderRow(
                    r.id(),
                    r.number(),
                    r.appeal(),
                    r.at(),
                    new WorkOrder.Registered(),
                    null,
                    r.shield(),
                    chains.get(i)));
        }
        store.insert(rows, registrations, salts);
        rows.forEach(held::wrote);
        for (NewWorkOrder r : registrations)
            if (!r.shield().equals(Confidentiality.NONE)) parties.keep(r.number(), r.shield(), null);
    }
}
