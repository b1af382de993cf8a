package org.shouwen.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/**
 * What a unit reports (Art. 13.4): the leader's part, the inquiry, what was resolved and what the appellant said; by
 * ruling 13 also when and how the appellant was answered. A part that is missing is an empty text or null here, so
 * that a draft can be held and the refusal can name what is missing.
 *
 * @param leaderActed 领导作为情况
 * @param investigation 诉求问题调查过程
 * @param resolution 解决情况
 * @param appellantSaid 回访情况, in the appellant's words
 * @param answeredHow by phone, visit, letter …
 * @param done 办理完毕: the matter itself is settled, not only answered
 * @param policyAnswer the answer rests on a policy, which must then be cited
 */
@Basis(Clause.A13_4)
@Pure
public record Report(
        String leaderActed,
        String investigation,
        String resolution,
        String appellantSaid,
        @Nullable Instant answeredAt,
        String answeredHow,
        boolean done,
        boolean policyAnswer,
        @Nullable Citation citation) {

    /**
     * 文号、文件名称和具体条款.
     *
     * @param date of the document; null while not known
     * @param article of the knowledge base that the answer was taken from; null when none was
     * @param version of that article, as it stood then
     */
    public record Citation(
            String documentNumber,
            String title,
            String provision,
            @Nullable LocalDate date,
            @Nullable UUID article,
            @Nullable Integer version) {
        public Citation(String documentNumber, String title, String provision) {
            this(documentNumber, title, provision, null, null, null);
        }
    }

    /** {@link #missing} where the platform answers in the unit's stead: the unit can't have spoken to the appellant. */
    List<String> missingForPlatform() {
        List<String> missing = missing();
        missing.removeAll(List.of("appellantSaid", "answeredAt", "answeredHow"));
        return missing;
    }

    /** The parts that are missing, by their names here; empty when the report is complete. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (leaderActed.isBlank()) missing.add("leaderActed");
        if (investigation.isBlank()) missing.add("investigation");
        if (resolution.isBlank()) missing.add("resolution");
        if (appellantSaid.isBlank()) missing.add("appellantSaid");
        if (answeredAt == null) missing.add("answeredAt");
        if (answeredHow.isBlank()) missing.add("answeredHow");
        if (policyAnswer) {
            if (citation == null || citation.documentNumber().isBlank()) missing.add("citation.documentNumber");
            if (citation == null || citation.title().isBlank()) missing.add("citation.title");
            if (citation == null || citation.provision().isBlank()) missing.add("citation.provision");
        }
        return missing;
    }
}
