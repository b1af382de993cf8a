package org.shouwen.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/**
 * What an article says.
 *
 * @param unit who answers for it
 * @param validFrom the first day on which it holds; null: always
 * @param validTo the last day on which it holds; null: until it is withdrawn
 * @param open whether citizens read it on the portal
 */
public record ArticleContent(
        ArticleKind kind,
        UnitId unit,
        String title,
        String text,
        Source source,
        Enterprise enterprise,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean open) {
    public static final int MOST_TITLE = 120;
    /** A document of 500 pages. */
    public static final int MOST_TEXT = 500_000;

    /**
     * The document that an answer rests on; all empty when there is none.
     *
     * @param number 文号, such as 丹政发〔2026〕3号
     * @param clause such as 第八条
     */
    public record Source(
            String number,
            String title,
            String clause,
            @Nullable LocalDate date) {
        public static final Source NONE = new Source("", "", "", null);

        Source cleaned() {
            return new Source(
                    Text.optional("sourceNumber", number, 60),
                    Text.optional("sourceTitle", title, 200),
                    Text.optional("sourceClause", clause, 60),
                    date);
        }

        public boolean none() {
            return number.isEmpty() && title.isEmpty();
        }

        /** As an answer cites it; empty without a source. */
        public String citation() {
            if (none()) return "";
            String named = title.isEmpty() ? "" : "《" + title + "》";
            return named + (number.isEmpty() ? "" : "（" + number + "）") + clause;
        }
    }

    /** A convenience enterprise of the directory; all empty for other kinds. */
    public record Enterprise(String place, String hours, String licence, String phone) {
        public static final Enterprise NONE = new Enterprise("", "", "", "");

        Enterprise cleaned() {
            return new Enterprise(
                    Text.optional("place", place, 200),
                    Text.optional("hours", hours, 100),
                    Text.optional("licence", licence, 100),
                    Text.optional("phone", phone, 60));
        }
    }

    /**
     * The content as it is stored.
     *
     * @throws BadInput naming the form's field that is missing, too long or contradicts another
     */
    ArticleContent checked() {
        ArticleContent clean = new ArticleContent(
                kind,
                unit,
                Text.required("title", title, MOST_TITLE),
                Text.required("text", text, MOST_TEXT),
                source.cleaned(),
                enterprise.cleaned(),
                validFrom,
                validTo,
                open);
        if (kind == ArticleKind.POLICY && clean.source.none())
            throw new BadInput("sourceTitle", "knowledge.bad.source");
        if (kind == ArticleKind.SERVICE && clean.enterprise.place().isEmpty())
            throw new BadInput("place", "problems.field.missing");
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom))
            throw new BadInput("validTo", "knowledge.bad.valid");
        return clean;
    }

    /** The same, answered for by a unit. */
    ArticleContent of(UnitId owner) {
        return new ArticleContent(kind, owner, title, text, source, enterprise, validFrom, validTo, open);
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** As the search reads it: the title first, then everything a question may ask for. */
    String searched() {
        StringBuilder all = new StringBuilder(title).append('\n').append(text);
        for (String each : new String[] {
            source.citation(), enterprise.place(), enterprise.hours(), enterprise.licence(), enterprise.phone()
        }) if (!each.isEmpty()) all.append('\n').append(each);
        return all.toString();
    }
}
