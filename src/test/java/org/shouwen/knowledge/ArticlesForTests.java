package org.shouwen.knowledge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;

/** Articles of the heating company as other modules' tests need them: written, checked and published by three people. */
public final class ArticlesForTests {
    private static final CurrentUser OFFICER = person("热力甲", "heating", Role.UNIT_OFFICER);
    private static final CurrentUser LEADER = person("热力乙", "heating", Role.UNIT_LEADER);
    private static final CurrentUser SUPERVISOR = person("督办", null, Role.SUPERVISOR);

    private final Articles articles;
    private final AnswerSearch search;

    public ArticlesForTests(Articles articles, AnswerSearch search) {
        this.articles = articles;
        this.search = search;
    }

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    public ArticleVersion published(String title, String text) {
        ArticleVersion draft = articles.write(ArticlesTest.content(title, text), OFFICER);
        articles.check(draft.id(), LEADER);
        return articles.publish(draft.id(), SUPERVISOR);
    }

    /** The index is made anew beside the one in use; asked until it is there. */
    public void untilFound(String question, ArticleVersion version) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end)
            if (search.find(question, 5).stream().anyMatch(a -> a.version().equals(version))) return;
        throw new AssertionError(
                question + " does not find " + version.content().title());
    }

    public static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
