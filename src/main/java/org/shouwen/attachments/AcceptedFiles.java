package org.shouwen.attachments;

import java.util.List;
import java.util.Map;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/** Which files are taken: how large, of which types, and under which name. */
public final class AcceptedFiles {
    /** Bytes. */
    private static final int LARGEST = 10 * 1024 * 1024;

    /** Types that are taken, found in the content itself, and how they are called. */
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("image/jpeg", "JPEG"),
            Map.entry("image/png", "PNG"),
            Map.entry("image/webp", "WebP"),
            Map.entry("audio/mpeg", "MP3"),
            Map.entry("audio/vnd.wave", "WAV"),
            Map.entry("audio/mp4", "M4A"),
            Map.entry(Contents.AUDIO_3GPP, "3GP"),
            Map.entry(Contents.AAC, "AAC"),
            Map.entry(Contents.AMR, "AMR"),
            Map.entry(Contents.OFD, "OFD"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

    private AcceptedFiles() {}

    /**
     * What would be said to it before anything is kept.
     *
     * @return its media type, as found in the content
     * @throws BadInput when it is empty, too large, damaged, or of a type that is not taken
     */
    public static String check(String field, String fileName, byte[] bytes) {
        String name = name(fileName);
        if (bytes.length == 0) throw new BadInput(field, "attachments.bad.empty", name);
        if (bytes.length > LARGEST) throw new BadInput(field, "attachments.bad.too-large", LARGEST / 1024 / 1024, name);
        String type = Contents.type(bytes);
        if (type.equals(Contents.HEIC)) throw new BadInput(field, "attachments.bad.heic", name);
        if (!TAKEN.containsKey(type))
            throw new BadInput(field, "attachments.bad.type", String.join("、", taken()), name);
        if (type.startsWith("image/")) Photos.check(field, name, bytes);
        return type;
    }

    private static List<String> taken() {
        return TAKEN.values().stream().sorted().toList();
    }

    /** Only the last part of a path, without what a file name must not hold. */
    static String name(String fileName) {
        String last = fileName.replace('\\', '/');
        last = Text.clean(last.substring(last.lastIndexOf('/') + 1)).replaceAll("[\\r\\n\\t\"<>|:*?]", "_");
        if (last.isEmpty()) return "file";
        int from = last.offsetByCodePoints(last.length(), -Math.min(100, last.codePointCount(0, last.length())));
        return last.substring(from);
    }
}
