package org.shouwen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.HangsOn.Hanging;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all owners what hangs on a unit or an officer. */
@Component
public class Hangings {
    private final ObjectProvider<HangsOn> owners;
    private final DirectoryStore store;
    private final Directory directory;

    Hangings(ObjectProvider<HangsOn> owners, DirectoryStore store, Directory directory) {
        this.owners = owners;
        this.store = store;
        this.directory = directory;
    }

    public List<Hanging> onUnit(UnitId unit) {
        List<Hanging> all = new ArrayList<>();
        all.add(Hanging.of(
                "units",
                directory.units().stream()
                        .filter(u -> u.active() && unit.equals(u.parent()))
                        .map(Unit::name)
                        .toList()));
        all.add(Hanging.of(
                "duties",
                store.duties().stream()
                        .filter(d -> d.unit().equals(unit))
                        .map(this::words)
                        .toList()));
        owners.orderedStream().forEach(o -> all.addAll(o.onUnit(unit)));
        return there(all);
    }

    public List<Hanging> onOfficer(UUID officer) {
        List<Hanging> all = new ArrayList<>();
        owners.orderedStream().forEach(o -> all.addAll(o.onOfficer(officer)));
        return there(all);
    }

    public List<Hanging> onSection(UUID section) {
        List<Hanging> all = new ArrayList<>();
        owners.orderedStream().forEach(o -> all.addAll(o.onSection(section)));
        return there(all);
    }

    void handOver(UnitId from, UnitId to, Actor by) {
        owners.orderedStream().forEach(o -> o.handOver(from, to, by));
    }

    void handOver(UUID officer, @Nullable UUID to, Actor by) {
        owners.orderedStream().forEach(o -> o.handOver(officer, to, by));
    }

    /** @throws BadInput that lists what hangs there, a field for each kind of it; nothing when nothing does */
    public static void refuse(List<Hanging> hanging) {
        if (hanging.isEmpty()) return;
        throw new BadInput(hanging.stream()
                .map(h -> new BadInput.Field(
                        h.what(),
                        "directory.hangs." + h.what(),
                        List.of(
                                h.count(),
                                String.join("、", h.first())
                                        + (h.count() > h.first().size() ? " …" : ""))))
                .toList());
    }

    private String words(DutyEntry d) {
        String matter = directory
                .matterClass(d.matterClass())
                .map(MatterClass::fullName)
                .orElse(d.matterClass());
        return directory.place(d.place()).map(p -> matter + " " + p.fullName()).orElse(matter);
    }

    private static List<Hanging> there(List<Hanging> all) {
        return all.stream().filter(h -> h.count() > 0).toList();
    }
}
