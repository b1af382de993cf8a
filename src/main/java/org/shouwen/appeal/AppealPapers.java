package org.shouwen.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.attachments.AcceptedFiles;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos, scans and recordings that came with an appeal; their hashes are in its history. */
@Service
public class AppealPapers {
    /** With one sending, and on one appeal in all. */
    public static final int AT_ONCE = 5;

    private static final int IN_ALL = 20;
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final AppealStore store;
    private final AppealRows rows;
    private final History history;
    private final Papers papers;
    private final InstantSource clock;

    AppealPapers(AppealStore store, AppealRows rows, History history, Papers papers, InstantSource clock) {
        this.store = store;
        this.rows = rows;
        this.history = history;
        this.papers = papers;
        this.clock = clock;
    }

    /** What would be said to them, before the appeal itself is taken. */
    public static void check(List<Papers.File> files) {
        if (files.size() > AT_ONCE) throw new BadInput("photo", "attachments.bad.too-many", AT_ONCE);
        for (Papers.File f : files) AcceptedFiles.check("photo", f.name(), f.bytes());
    }

    /** What came with an appeal: files that are taken, and of each other one what is wrong with it, by its name. */
    public record Sorted(List<Papers.File> taken, List<BadInput> left) {}

    /**
     * One file that can't be taken does not keep the others away, nor the appeal.
     *
     * @throws BadInput naming {@code photo}, when there are too many, or none of them can be taken
     */
    public static Sorted sort(List<Papers.File> files) {
        if (files.size() > AT_ONCE) throw new BadInput("photo", "attachments.bad.too-many", AT_ONCE);
        List<Papers.File> taken = new ArrayList<>();
        List<BadInput> left = new ArrayList<>();
        for (Papers.File f : files) {
            try {
                AcceptedFiles.check("photo", f.name(), f.bytes());
                taken.add(f);
            } catch (BadInput e) {
                left.add(e);
            }
        }
        if (taken.isEmpty() && !left.isEmpty()) throw left.getFirst();
        return new Sorted(taken, left);
    }

    /**
     * Lays files in the store before the transaction that attaches them; one that is never attached is cleared away.
     *
     * @throws BadInput naming {@code photo}
     */
    public void lay(List<Papers.File> files) {
        check(files);
        papers.lay(files);
    }

    /** @throws BadInput naming {@code photo} */
    @Transactional
    public void attach(String number, List<Papers.File> files, Actor by) {
        if (files.isEmpty()) return;
        check(files);
        Appeal a = store.lock(number).orElseThrow(() -> new NotFound("appeal", number));
        if (a.forgotten()) throw new BadInput("photo", "appeal.refused.forgotten-already");
        int there = papers.of(subject(number)).size();
        if (there + files.size() > IN_ALL) throw new BadInput("photo", "attachments.bad.too-many", IN_ALL);
        List<PaperRef> kept = papers.keep(subject(number), "photo", "", nameless(files, there), by);
        Instant now = Instants.now(clock);
        AppealEvent event = new AppealEvent.Attached(kept);
        Chain chain = history.append(new Entry(a.subject(), a.chain(), now, by, rows.name(event), rows.write(event)));
        store.moved(a, chain);
    }

    /** People name files after themselves, and the history forgets nothing (Art. 21). */
    private static List<Papers.File> nameless(List<Papers.File> files, int there) {
        int next = there + 1;
        List<Papers.File> named = new ArrayList<>();
        for (Papers.File f : files) {
            Matcher ending = ENDING.matcher(f.name());
            named.add(new Papers.File("附件" + next++ + (ending.find() ? ending.group() : ""), f.bytes()));
        }
        return named;
    }

    /** What can still be read. */
    public List<PaperRef> of(String number) {
        return papers.there(subject(number));
    }

    public Optional<PaperRef> find(String number, UUID id) {
        return papers.find(subject(number), id);
    }

    public byte[] bytes(PaperRef paper) {
        return papers.bytes(paper);
    }

    static String subject(String number) {
        return "appeal/" + number;
    }
}
