package org.shouwen.suggestion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Edition;
import org.springframework.stereotype.Component;

/** Tries a phrase on the city's own past, before it is saved. Writes nothing. */
@Component
class PhraseTrials {
    /** How many past appeals are looked through. */
    static final int PAST = 10_000;

    private static final int EXAMPLES = 8;
    private static final int AROUND = 24;
    private final PastAppeals past;

    PhraseTrials(PastAppeals past) {
        this.past = past;
    }

    /** @param others phrases in force: what they raise is raised anyway */
    Trial of(Phrase phrase, List<Phrase> others, Edition edition, CurrentUser by) {
        UrgencyDetector without = Urgencies.detector(edition, others);
        UrgencyDetector alone = Urgencies.detector(edition, List.of(phrase));
        String wanted = folded(phrase.phrase());
        Map<UUID, PastAppeals.Told> examples = new LinkedHashMap<>();
        Map<UUID, Boolean> anyway = new LinkedHashMap<>();
        int[] counts = new int[2];
        int searched = past.latest(PAST, told -> {
            // only where it stands: the detector is asked of few
            if (!folded(told.text()).contains(wanted)
                    || !alone.judge(told.text()).isAlarming()) return;
            boolean already = without.judge(told.text()).isAlarming();
            counts[0]++;
            if (already) counts[1]++;
            if (examples.size() < EXAMPLES) {
                examples.put(told.id(), told);
                anyway.put(told.id(), already);
            }
        });
        Map<UUID, String> masked = past.masked(examples.keySet(), by);
        List<Trial.Example> shown = new ArrayList<>();
        examples.forEach((id, told) -> {
            String text = masked.get(id);
            if (text != null)
                shown.add(example(told, text.replace('\n', ' '), phrase.phrase(), Boolean.TRUE.equals(anyway.get(id))));
        });
        return new Trial(phrase.phrase(), searched, counts[0], counts[1], shown);
    }

    private static Trial.Example example(PastAppeals.Told told, String text, String phrase, boolean anyway) {
        int at = text.indexOf(phrase);
        int from = Math.max(0, at - AROUND);
        int end = at < 0 ? 0 : at + phrase.length();
        int to = Math.min(text.length(), end + AROUND * (at < 0 ? 2 : 1));
        return new Trial.Example(
                told.number(),
                told.at(),
                at < 0 ? "" : (from > 0 ? "…" : "") + text.substring(from, at),
                at < 0 ? "" : phrase,
                text.substring(end, to) + (to < text.length() ? "…" : ""),
                anyway);
    }

    /** As the eye reads it: widths and capitals are one, spaces are none. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
