package org.shouwen.appeal;

import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.TestEditions;

/** What the tests of the rules share. */
final class ScopeCase {
    static final Edition EDITION = TestEditions.dandong();

    private ScopeCase() {}

    static AppealContent words(String kind) {
        return words(kind, "站前街道某小区3号楼", "昨天夜里", "暖气不热，室温只有十四度，已经三天了");
    }

    static AppealContent words(String kind, String location, String happenedAt, String content) {
        return new AppealContent(
                kind, null, null, location, happenedAt, "暖气不热", content, "", false, false, null, "", "");
    }

    static Clause clause(AppealContent words, Disposition outcome) {
        return AcceptanceScope.refuse(words, null, outcome, EDITION)
                .orElseThrow()
                .under();
    }
}
