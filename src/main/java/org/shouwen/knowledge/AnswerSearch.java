package org.shouwen.knowledge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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

    /** Characters of what is asked, or typed into a form, that say what it is. */
    public static final int LONGEST = 400;

    /**
     * An article that may answer, with the stretch of it that does.
     *
     * @param before text of the passage's paragraph that stands before it
     * @param passage at most 200 characters; empty when only the article as a whole fits
     * @param twins how many more have the same text
     */
    public record Answer(ArticleVersion version, String before, String passage, String after, int twins) {
        /** The passage, or the beginning of the article. */
        public String said() {
            String text = version.content().text();
            return passage.isEmpty() ? text.substring(0, Math.min(SHOWN, text.length())) : passage;
        }

        /** As it is told: what it says, and what it rests on. */
        public String told() {
            String said = said();
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

    private record Index(
            String stamp,
            LocalDate day,
            KnowledgeSearch search,
            Map<String, Integer> numbers,
            List<ArticleVersion> versions,
            Twins all,
            Twins open) {}

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
        return find(asked, most, Index::all);
    }

    /** Only what citizens may read. */
    public List<Answer> findOpen(@Nullable String asked, int most) {
        return find(asked, most, Index::open);
    }

    private List<Answer> find(@Nullable String asked, int most, Function<Index, Twins> which) {
        String question = asked == null ? "" : asked.strip();
        if (question.codePointCount(0, question.length()) < LEAST) return List.of();
        Index now = current();
        Twins twins = which.apply(now);
        KnowledgeSearch.Found found = now.search.find(question, most, twins::shown);
        if (found.passages().isEmpty()) return List.of();
        List<Answer> answers = new ArrayList<>();
        for (KnowledgeDocument document : found.documents()) {
            int number = Objects.requireNonNull(now.numbers.get(document.id()));
            answers.add(answer(now.versions.get(number), document, found.passages(), twins.besides(number)));
        }
        return answers;
    }

    private static Answer answer(
            ArticleVersion version, KnowledgeDocument document, List<Passage> passages, int twins) {
        for (Passage p : passages)
            if (p.documentId().equals(document.id())) return around(version, document.text(), p, twins);
        String text = version.content().text();
        return new Answer(version, "", "", text.substring(0, Math.min(AROUND, text.length())), twins);
    }

    /** The title before and the citation behind stand beside it anyway, and are no part of what surrounds the passage. */
    private static Answer around(ArticleVersion version, String text, Passage p, int twins) {
        int begins = version.content().title().length() + 1;
        int ends = Math.min(text.length(), begins + version.content().text().length());
        int from = Math.min(p.from(), Math.max(begins, p.from() - AROUND));
        int to = Math.max(p.to(), Math.min(ends, p.to() + AROUND));
        return new Answer(version, text.substring(from, p.from()), p.text(), text.substring(p.to(), to), twins);
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
        List<ArticleVersion> versions = store.holding(today);
        Map<String, Integer> numbers = new HashMap<>();
        List<String> keys = new ArrayList<>();
        List<KnowledgeDocument> documents = new ArrayList<>();
        for (ArticleVersion v : versions) {
            numbers.put(v.id().toString(), numbers.size());
            keys.add(Twins.key(v.content()));
            documents.add(new KnowledgeDocument(v.id().toString(), v.content().searched()));
        }
        Twins all = Twins.of(versions, keys, _ -> true);
        Twins open = Twins.of(versions, keys, v -> v.content().open());
        Index made = new Index(stamp, today, KnowledgeSearch.of(documents), numbers, versions, all, open);
        index = made;
        return made;
    }
}
