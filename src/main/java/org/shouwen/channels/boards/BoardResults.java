package org.shouwen.channels.boards;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.PublicMatter;
import org.shouwen.appeal.PublicMatters;
import org.shouwen.appeal.PublishableAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.channels.boards.PostStore.Post;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;

/** What became of a board's posts goes back to the board: as a table for it, with a stamp when it went, and a list of what has not. */
@Component
@Basis(Clause.A2)
public class BoardResults {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PostStore posts;
    private final Appeals appeals;
    private final PublicMatters matters;
    private final PublishableAppeals answers;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final InstantSource clock;

    BoardResults(
            PostStore posts,
            Appeals appeals,
            PublicMatters matters,
            PublishableAppeals answers,
            Editions editions,
            WorkCalendar calendar,
            InstantSource clock) {
        this.posts = posts;
        this.appeals = appeals;
        this.matters = matters;
        this.answers = answers;
        this.editions = editions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A post whose result has not gone back.
     *
     * @param late the source's limit has passed
     * @param done what became of it can go back now
     */
    public record Waiting(String id, String number, Instant due, boolean late, boolean done) {}

    /** What was taken first first. */
    List<Waiting> waiting(String source, BoardSource as) {
        Instant now = clock.instant();
        ReturnLimit limit = new ReturnLimit(as.workingDays(), editions, calendar);
        List<Post> all = posts.waiting(source);
        Map<UUID, PublicMatter> done = closed(all);
        return all.stream()
                .map(p -> {
                    Instant due = limit.of(p.takenAt());
                    return new Waiting(p.id(), p.number(), due, now.isAfter(due), done.containsKey(p.appeal()));
                })
                .toList();
    }

    /** Writes what can go back as a table that the source reads, UTF-8 with a mark. @return the source's numbers in it */
    List<String> write(String source, BoardSource as, Path file) throws IOException {
        List<String> written = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(file);
                CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            csv.writeRecord(List.of(
                    as.resultColumns().getOrDefault("id", "编号"),
                    as.resultColumns().getOrDefault("outcome", "办理情况"),
                    as.resultColumns().getOrDefault("answer", "办理结果"),
                    as.resultColumns().getOrDefault("closedAt", "办结时间")));
            List<Post> all = posts.waiting(source);
            Map<UUID, PublicMatter> done = closed(all);
            for (Post p : all) {
                PublicMatter m = done.get(p.appeal());
                if (m == null) continue;
                Appeal appeal = appeals.find(p.number()).orElse(null);
                if (appeal == null) continue;
                csv.writeRecord(List.of(
                        p.id(),
                        outcome(m),
                        answer(appeal),
                        TIME.format(m.changedAt().atZone(Limits.ZONE))));
                written.add(p.id());
            }
        }
        return written;
    }

    /**
     * What became of saying that some went.
     *
     * @param open they have no result yet: nothing can have gone
     * @param none they do not wait: the source has no such number here, or it went before
     */
    public record Noted(List<String> noted, List<String> open, List<String> none) {}

    /** The source has the results of these. */
    public Noted returned(String source, Collection<String> ids) {
        List<Post> asked =
                posts.waiting(source).stream().filter(p -> ids.contains(p.id())).toList();
        Map<UUID, PublicMatter> done = closed(asked);
        Map<Boolean, List<String>> by = asked.stream()
                .collect(Collectors.partitioningBy(
                        p -> done.containsKey(p.appeal()), Collectors.mapping(Post::id, Collectors.toList())));
        List<String> went = by.getOrDefault(true, List.of());
        List<String> open = by.getOrDefault(false, List.of());
        posts.returned(source, went, Instants.now(clock));
        return new Noted(
                went,
                open,
                ids.stream()
                        .distinct()
                        .filter(id -> !went.contains(id) && !open.contains(id))
                        .toList());
    }

    /** Of these what can go back now, by the appeal. */
    Map<UUID, PublicMatter> closed(List<Post> of) {
        return matters.of(of.stream().map(Post::appeal).toList()).stream()
                .filter(PublicMatter::closed)
                .collect(Collectors.toMap(PublicMatter::appeal, m -> m));
    }

    private static String outcome(PublicMatter m) {
        return switch (m.outcome()) {
            case "declined" -> "不予受理";
            case "guided", "pointed" -> "已引导";
            default -> "已办结";
        };
    }

    private String answer(Appeal a) {
        Optional<PublishableAppeals.Answered> answered = answers.answered(a);
        if (answered.isPresent()) return answered.get().answer();
        Appeal.@Nullable Decision d = a.decision();
        if (d == null) return "";
        return d.outcome() instanceof Disposition.Declined declined ? declined.reason() : "";
    }
}
