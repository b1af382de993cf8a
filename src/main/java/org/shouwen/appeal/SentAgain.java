package org.shouwen.appeal;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.attachments.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a second sending has in common with an appeal that was taken: all of it is compared, photos too. */
@Component
public class SentAgain {
    public enum How {
        /** Not a word differs, nor who sends it. */
        SAME,
        /** What happened is told in the same words; something around them differs. */
        CHANGED,
        /** Another matter. */
        ANOTHER
    }

    private final AppealDigest digest;
    private final AppealPapers papers;
    private final Intake intake;
    private final JdbcClient jdbc;

    SentAgain(AppealDigest digest, AppealPapers papers, Intake intake, JdbcClient jdbc) {
        this.digest = digest;
        this.papers = papers;
        this.intake = intake;
        this.jdbc = jdbc;
    }

    /** @throws org.shouwen.problems.BadInput naming every field of {@code now} that is wrong */
    public How compare(NewAppeal now, Appeal first) {
        AppealContent words = intake.check(now);
        byte[] before = jdbc.sql("select fingerprint from intake.appeal where id = :id")
                .param("id", first.id())
                .query(byte[].class)
                .single();
        String channel = now.channel() == null ? "" : now.channel();
        if (MessageDigest.isEqual(before, digest.fingerprint(words, channel, "", now.appellant(), ""))) return How.SAME;
        return words.content().equals(first.words().content()) ? How.CHANGED : How.ANOTHER;
    }

    /** Those of these files that did not come with the appeal before. */
    public List<Papers.File> missing(String number, List<Papers.File> files) {
        Set<String> there = papers.of(number).stream().map(p -> p.sha256()).collect(Collectors.toSet());
        return files.stream().filter(f -> !there.contains(sha256(f.bytes()))).toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
