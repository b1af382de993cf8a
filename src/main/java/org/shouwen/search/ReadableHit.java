package org.shouwen.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.problems.Text;

/** What a reader may read of something that was found: where something is kept from units, the words without the place. */
final class ReadableHit {
    private ReadableHit() {}

    /** In the order of the rows; what is gone meanwhile is left out. */
    static List<SearchHit> of(List<FoundRow> rows, Map<UUID, ShownThings.Shown> texts, Asked asked) {
        Map<ThingKind, List<UUID>> ids = new EnumMap<>(ThingKind.class);
        for (FoundRow row : rows)
            ids.computeIfAbsent(row.kind(), _ -> new ArrayList<>()).add(row.id());
        Map<ThingKind, SearchableThings> owners = new EnumMap<>(ThingKind.class);
        Map<UUID, String> states = new HashMap<>();
        for (SearchableThings owner : asked.owners()) {
            owners.put(owner.kind(), owner);
            List<UUID> own = ids.get(owner.kind());
            if (own != null) states.putAll(owner.statesNow(own));
        }
        List<SearchHit> hits = new ArrayList<>();
        for (FoundRow row : rows) {
            ShownThings.Shown s = texts.get(row.id());
            SearchableThings owner = owners.get(row.kind());
            if (s != null && owner != null) hits.add(of(s, states.getOrDefault(s.id(), s.state()), owner, asked));
        }
        return hits;
    }

    private static SearchHit of(ShownThings.Shown s, String state, SearchableThings owner, Asked asked) {
        String text = s.kept() ? Text.head(s.text(), s.open()) : s.text();
        String title = Text.head(text, s.title());
        String rest = text.substring(
                Math.min(text.length(), title.length() + 1 + s.number().length() + 1));
        Snippet snippet = Snippet.of(rest, asked.words());
        return new SearchHit(
                s.kind(),
                s.id(),
                s.number(),
                title,
                Snippet.marks(FoldedText.of(title), asked.words()),
                snippet.words(),
                snippet.marks(),
                s.units(),
                state,
                s.matterClass(),
                s.place(),
                s.channel(),
                s.urgent(),
                s.at().toInstant(),
                owner.page(s.id(), s.number(), s.units(), asked.viewer()));
    }
}
