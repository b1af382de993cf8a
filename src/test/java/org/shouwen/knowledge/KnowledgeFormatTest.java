package org.shouwen.knowledge;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class KnowledgeFormatTest {
    @Test
    void every_article_flaw_and_outage_that_was_written_is_read() {
        Golden.entries("article", ArticleStore.FORMAT);
        Golden.entries("knowledge_flaw", FlawStore.FORMAT);
        Golden.entries("outage", OutageStore.FORMAT);
        Golden.entries("public_answer", PublicAnswer.FORMAT);
        Golden.entries("answer_used", AnswersUsed.FORMAT);
    }
}
