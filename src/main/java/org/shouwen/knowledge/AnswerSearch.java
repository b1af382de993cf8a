package org.shouwen.knowledge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Answers from what is published and holds today. The index lies in memory of each node and is made anew, beside the one
 * in use, when an article has changed or a new day has come; the articles themselves lie in the database only.
 */
@Service
public class AnswerSearch {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerSearch.class);
    /** Fewer characters say nothing. */
    private static final int LEAST = 2;
    /** More documents than are shown are asked for, since twins and what is not open fall out. */
    private static final int LOOKED_AT = 30;

    /**
     * An article that may answer, with the stretch of it that does.
     *
     * @param before text of the passage's paragraph that stands before it
     * @param passage at most 200 characters; empty when only the article as a whole fits
     */
    public record Answer(ArticleVersion version, String before, String passage, String after) {
        /** As it is told: the passage, or the beginning of the article, and what it rests on. */
        public String told() {
            String text = version.content().text();
            String said = passage.isEmpty() ? text.substring(0, Math.min(SHOWN, text.length())) : passage;
            if (version.content().kind() == ArticleKind.SERVICE) return enterprise();
            String citation = version.content().source().citation();
            return citation.isEmpty() ? said.strip() : said.strip() + "（" + citation + "）";
        }

        /** Whoever is referred has to know where and when. */
        private String enterprise() {
            ArticleContent.Enterprise e = version.content().enterprise();
            return Stream.of(version.content().title(), e.place(), e.hours(), e.phone())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("，"));
        }
    }

    private static final int SHOWN = 200;
    private static final int AROUND = 60;

    private record Index(String stamp, LocalDate day, KnowledgeSearch search, Map<String, ArticleVersion> versions) {}

    private final ArticleStore store;
    private final InstantSource clock;
    private final AtomicBoolean building = new AtomicBoolean();
    private volatile @Nullable Index index;

    AnswerSearch(ArticleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The best articles for what somebody asks, at most {@code most}; of twins the newest. */
    public List<Answer> find(@Nullable String asked, int most) {
        return find(asked, most, _ -> true);
    }

    /** Only what citizens may read. */
    public List<Answer> findOpen(@Nullable String asked, int most) {
        return find(asked, most, v -> v.content().open());
    }

    private List<Answer> find(@Nullable String asked, int most, Predicate<ArticleVersion> which) {
        String question = asked == null ? "" : asked.strip();
        if (question.codePointCount(0, question.length()) < LEAST) return List.of();
        Index now = current();
        if (now.versions.isEmpty()) return List.of();
        KnowledgeSearch.Found found = now.search.find(question, LOOKED_AT);
        if (found.passages().isEmpty()) return List.of();
        List<Answer> answers = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (KnowledgeDocument document : found.documents()) {
            ArticleVersion version = now.versions.get(document.id());
            if (version == null || !which.test(version)) continue;
            if (!texts.add(NormalizedText.of(document.text()).toString())) continue;
            answers.add(answer(version, document, found.passages()));
            if (answers.size() == most) break;
        }
        return answers;
    }

    private static Answer answer(ArticleVersion version, KnowledgeDocument document, List<Passage> passages) {
        for (Passage p : passages) if (p.documentId().equals(document.id())) return around(version, document.text(), p);
        String text = version.content().text();
        return new Answer(version, "", "", text.substring(0, Math.min(AROUND, text.length())));
    }

    /** The title before and the citation behind stand beside it anyway, and are no part of what surrounds the passage. */
    private static Answer around(ArticleVersion version, String text, Passage p) {
        int begins = version.content().title().length() + 1;
        int ends = Math.min(text.length(), begins + version.content().text().length());
        int from = Math.min(p.from(), Math.max(begins, p.from() - AROUND));
        int to = Math.max(p.to(), Math.min(ends, p.to() + AROUND));
        return new Answer(version, text.substring(from, p.from()), p.text(), text.substring(p.to(), to));
    }

    /** The index of now; one caller makes it anew while the others go on with the one before. */
    private Index current() {
        Index there = index;
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        String stamp = store.stamp();
        if (there != null && there.stamp.equals(stamp) && there.day.equals(today)) return there;
        if (there == null) return build(stamp, today);
        if (building.compareAndSet(false, true))
            Thread.ofPlatform().daemon().name("knowledge-index").start(() -> {
                try {
                    build(stamp, today);
                } catch (RuntimeException e) {
                    LOG.warn("知识库索引未能更新，继续使用上一份 the knowledge index was not made anew, the last one stays", e);
                } finally {
                    building.set(false);
                }
            });
        return there;
    }

    private synchronized Index build(String stamp, LocalDate today) {
        Index there = index;
        if (there != null && there.stamp.equals(stamp) && there.day.equals(today)) return there;
        Map<String, ArticleVersion> versions = new LinkedHashMap<>();
        List<KnowledgeDocument> documents = new ArrayList<>();
        for (ArticleVersion v : store.holding(today)) {
            UUID id = v.id();
            versions.put(id.toString(), v);
            documents.add(new KnowledgeDocument(id.toString(), v.content().searched()));
        }
        Index made = new Index(stamp, today, KnowledgeSearch.of(documents), versions);
        index = made;
        return made;
    }
}
