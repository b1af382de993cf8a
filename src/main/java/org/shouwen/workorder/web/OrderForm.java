package org.shouwen.workorder.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Act;
import org.shouwen.acts.Raw;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.SortedFiles;
import org.shouwen.attachments.Uploads;
import org.shouwen.problems.BadInput;
import org.shouwen.workorder.OrderFiles;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Who acts, on what they saw, with what they typed; {@code leftOut} says which files could not be taken. */
record OrderForm(
        String number,
        CurrentUser me,
        MultiValueMap<String, String> typed,
        Map<String, List<MultipartFile>> files,
        List<BadInput.Field> leftOut) {
    private static final int MOST_FILES = 5;
    /** Field of the files that may come with any act. */
    private static final String ATTACHED = "attached";
    /** Field of an act that names papers of the order. */
    private static final String PAPERS = "papers";

    /**
     * What was typed, for an act that names papers with those that came with the form: each under its field's name as
     * label, or, where files are all it is about, those that were attached.
     */
    Raw raw(Act<?> act, OrderFiles keeper) {
        Raw raw = Raw.form(typed);
        if (act.fields().stream().noneMatch(f -> f.name().equals(PAPERS))) return raw;
        List<PaperRef> kept = new ArrayList<>();
        if (attaches(act)) kept.addAll(sorted(keeper, PAPERS));
        else
            for (String field : files.keySet())
                if (!field.equals(ATTACHED)) kept.addAll(keeper.keep(number, field, field, few(field), me.actor()));
        return raw.and(PAPERS, kept.stream().map(p -> p.id().toString()).toList());
    }

    /** Whatever else came with the act. */
    List<PaperRef> attached(Act<?> act, OrderFiles keeper) {
        return attaches(act) ? List.of() : sorted(keeper, ATTACHED);
    }

    private static boolean attaches(Act<?> act) {
        return act.fields().size() == 1 && act.fields().getFirst().name().equals(PAPERS);
    }

    private List<PaperRef> sorted(OrderFiles keeper, String told) {
        SortedFiles sorted = SortedFiles.of(told, few(ATTACHED));
        leftOut.addAll(sorted.leftOut());
        return keeper.keep(number, told, "", sorted.good(), me.actor());
    }

    private List<Papers.File> few(String field) {
        List<Papers.File> came = Uploads.of(files.get(field));
        if (came.size() > MOST_FILES) throw new BadInput(field, "attachments.bad.too-many", MOST_FILES);
        return came;
    }

    @Nullable
    Long version() {
        String value = typed.getFirst("version");
        return value != null && value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }
}
