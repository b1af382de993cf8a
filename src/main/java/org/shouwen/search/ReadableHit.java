package org.shouwen.search;

/** What a reader may read of something that was found: where something is kept from units, the words without the place. */
final class ReadableHit {
    private ReadableHit() {}

    static SearchHit of(ShownThings.Shown s, SearchableThings owner, Asked asked) {
        String text = s.kept() ? first(s.text(), s.open()) : s.text();
        String title = first(text, s.title());
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

    private static String first(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
