package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds published answers by what a citizen asks. The index lies in memory and is made anew when one came or went. */
@Service
public class PublicAnswerSearch {
    private static final int LEAST = 2;

    private record Index(String stamp, KnowledgeSearch search, Map<String, PublicAnswer> answers) {}

    private final PublicAnswerStore store;
    private volatile @Nullable Index index;

    PublicAnswerSearch(PublicAnswerStore store) {
        this.store = store;
    }

    /** The best first; none when nothing of the question stands anywhere. */
    public List<PublicAnswer> find(@Nullable String asked, int most) {
        String question = asked == null ? "" : asked.strip();
        if (question.codePointCount(0, question.length()) < LEAST) return List.of();
        Index now = current();
        if (now.answers.isEmpty()) return List.of();
        KnowledgeSearch.Found found = now.search.find(question, most, IntUnaryOperator.identity());
        return found.passages().isEmpty()
                ? List.of()
                : found.documents().stream()
                        .map(d -> Objects.requireNonNull(now.answers.get(d.id())))
                        .toList();
    }

    /** Whether this is the id of an answer that is out. */
    public boolean has(UUID id) {
        return current().answers.containsKey(id.toString());
    }

    private Index current() {
        String stamp = store.stamp();
        Index there = index;
        return there != null && there.stamp.equals(stamp) ? there : build(stamp);
    }

    private synchronized Index build(String stamp) {
        Index there = index;
        if (there != null && there.stamp.equals(stamp)) return there;
        Map<String, PublicAnswer> answers = new LinkedHashMap<>();
        List<KnowledgeDocument> documents = new ArrayList<>();
        for (PublicAnswer p : store.published()) {
            answers.put(p.id().toString(), p);
            documents.add(
                    new KnowledgeDocument(p.id().toString(), p.title() + "\n" + p.question() + "\n" + p.answer()));
        }
        Index made = new Index(stamp, KnowledgeSearch.of(documents), answers);
        index = made;
        return made;
    }
}
