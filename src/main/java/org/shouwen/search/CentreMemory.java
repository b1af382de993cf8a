package org.shouwen.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;

/** The sets of centres in memory, about a megabyte; read anew when the database's have changed. */
@Component
class CentreMemory {
    /** Centres whose neighbourhood a question looks at. */
    static final int PROBES = 16;

    /** Of a unit's: the database holds each vector there against the unit's rules, those of others too. */
    static final int PROBES_OF_UNIT = 12;

    private final CentreStore store;
    private volatile @Nullable Held held;

    CentreMemory(CentreStore store) {
        this.store = store;
    }

    private record Held(int sets, List<Centres> all) {}

    /** All sets, oldest first. */
    List<Centres> all() {
        List<Centres> all = new ArrayList<>();
        UnitScope.within(null, () -> all.addAll(read()));
        return all;
    }

    private List<Centres> read() {
        int sets = store.state().sets();
        Held now = held;
        if (now != null && now.sets() == sets) return now.all();
        List<Centres> all = store.all();
        held = new Held(sets, all);
        return all;
    }

    /** Where in the index a question looks, the nearest of each set first. */
    List<Integer> keys(byte[] question, int probes) {
        List<Integer> keys = new ArrayList<>();
        List<Centres> sets = all();
        List<List<Integer>> near =
                sets.stream().map(set -> set.keys(question, probes)).toList();
        for (int i = 0; i < probes; i++) for (List<Integer> of : near) if (i < of.size()) keys.add(of.get(i));
        // what was stored before there were centres, until the first set has taken it up
        if (sets.isEmpty() || sets.getFirst().set() == 1) keys.add(0);
        return keys;
    }

    /** The keys of stored vectors in the newest set, in their order. */
    List<Integer> keysOf(List<byte[]> packed) {
        List<Centres> sets = all();
        return packed.stream()
                .map(p -> sets.isEmpty() ? 0 : sets.getLast().key(p))
                .toList();
    }
}
