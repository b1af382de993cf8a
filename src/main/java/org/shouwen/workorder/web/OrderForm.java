package org.shouwen.workorder.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.SortedFiles;
import org.shouwen.attachments.Uploads;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.workorder.OrderFiles;
import org.springframework.web.multipart.MultipartFile;

/** Who acts, on what they saw, with what they typed; {@code leftOut} says which files could not be taken. */
record OrderForm(
        String number,
        CurrentUser me,
        Map<String, String> typed,
        Map<String, List<MultipartFile>> files,
        List<BadInput.Field> leftOut) {
    private static final int MOST_FILES = 5;
    /** Field of the files that may come with any act. */
    private static final String ATTACHED = "attached";

    String text(String field, int most) {
        return Text.required(field, typed.get(field), most);
    }

    String optional(String field, int most) {
        return Text.optional(field, typed.get(field), most);
    }

    int number(String field) {
        try {
            return Integer.parseInt(typed.getOrDefault(field, "").strip());
        } catch (NumberFormatException e) {
            throw new BadInput(field, "problems.field.unreadable");
        }
    }

    /** The papers that the act itself asks for, each under its field's name as label. */
    List<PaperRef> papers(OrderFiles keeper) {
        return files.keySet().stream()
                .filter(field -> !field.equals(ATTACHED))
                .flatMap(field -> kept(keeper, field, field).stream())
                .toList();
    }

    /** Whatever else was attached. */
    List<PaperRef> attached(OrderFiles keeper) {
        SortedFiles sorted = SortedFiles.of(ATTACHED, few(ATTACHED));
        leftOut.addAll(sorted.leftOut());
        return keeper.keep(number, ATTACHED, "", sorted.good(), me.actor());
    }

    private List<Papers.File> few(String field) {
        List<Papers.File> came = Uploads.of(files.get(field));
        if (came.size() > MOST_FILES) throw new BadInput(field, "papers.bad.too-many", MOST_FILES);
        return came;
    }

    private List<PaperRef> kept(OrderFiles keeper, String field, String label) {
        return keeper.keep(number, field, label, few(field), me.actor());
    }

    boolean ticked(String field) {
        return typed.containsKey(field);
    }

    @Nullable
    UUID id(String field) {
        String value = typed.getOrDefault(field, "");
        try {
            return value.isBlank() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, "problems.field.unknown", value);
        }
    }

    @Nullable
    Instant time(String field) {
        String value = typed.getOrDefault(field, "").strip();
        if (value.isEmpty()) return null;
        try {
            return LocalDateTime.parse(value).atZone(Limits.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput(field, "problems.field.date");
        }
    }

    Instant needTime(String field) {
        Instant at = time(field);
        if (at == null) throw new BadInput(field, "problems.field.missing");
        return at;
    }

    @Nullable
    Long version() {
        String value = typed.getOrDefault("version", "");
        return value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }
}
