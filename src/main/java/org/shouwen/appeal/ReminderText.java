package org.shouwen.appeal;

import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Redactor;

/** What a unit reads of somebody's reminder of an order. */
final class ReminderText {
    private ReminderText() {}

    /** @param words of the appeal that reminds: what asks for secrecy or accuses somebody stays with the platform */
    static String of(Disposition.Reminded r, AppealContent words, Redactor scrub) {
        if (words.kept()) return "诉求人催办，补充的内容由平台保管";
        return r.text() == null || r.text().isBlank() ? "诉求人催办" : MaskRemover.of(scrub.of(r.text()));
    }
}
