package org.shouwen.search;

import org.shouwen.problems.Text;

/** What a reader may read of something that was found: where something is kept from units, the words without the place. */
final class ReadableHit {
    private ReadableHit() {}

    static SearchHit of(ShownThings.Shown s, SearchableThings owner, Asked asked) {
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
                s.state(),
                s.matterClass(),
                s.place(),
                s.channel(),
                s.urgent(),
                s.at().toInstant(),
                owner.page(s.id(), s.number(), s.units(), asked.viewer()));
    }
}
