package org.shouwen.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/**
 * What a file is, told by what is inside it and never by its name: containers (ISO base media, zip) are looked into, all
 * else is told by its first bytes.
 */
final class Contents {
    static final String OFD = "application/ofd";
    static final String HEIC = "image/heic";
    static final String AUDIO_3GPP = "audio/3gpp";
    static final String AAC = "audio/aac";

    /** Narrow band, wide band and several channels alike (RFC 4867, 5): all are recordings of telephones. */
    static final String AMR = "audio/amr";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Tika TIKA = new Tika();

    /** Entries that are looked at; more are no document of an office. */
    private static final int MOST_ENTRIES = 2_000;

    /** Bytes: what the 13 bits of an ADTS frame's length can say, and a gap. */
    private static final int LONGEST_FRAME = 10_000;

    private static final Set<String> HEIF = Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

    private Contents() {}

    /** Media type. */
    static String type(byte[] bytes) {
        if (starts(bytes, 4, "ftyp") && bytes.length >= 12) return media(bytes);
        if (starts(bytes, 0, "PK\u0003\u0004")) return zip(bytes);
        if (adts(bytes)) return AAC;
        if (starts(bytes, 0, "#!AMR")) return AMR;
        return TIKA.detect(bytes);
    }

    private static boolean starts(byte[] bytes, int at, String text) {
        return bytes.length >= at + text.length()
                && text(bytes, at, text.length()).equals(text);
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * A recording of a telephone is a 3GP container without a track of pictures, also where its tracks can not be read
     * (recorders that were switched off leave them empty), or an MP4 container with sound alone.
     */
    private static String media(byte[] bytes) {
        String brand = text(bytes, 8, 4);
        if (HEIF.contains(brand)) return HEIC;
        if (brand.startsWith("avi")) return "image/avif";
        if (brand.startsWith("qt")) return "video/quicktime";
        boolean mobile = brand.startsWith("3g");
        Set<String> tracks = tracks(bytes);
        if (mobile) return tracks.contains("vide") ? "video/3gpp" : AUDIO_3GPP;
        boolean sound = tracks.contains("soun") && !tracks.contains("vide");
        return sound || brand.startsWith("M4A") ? "audio/mp4" : "video/mp4";
    }

    /** Kinds of tracks, from the handler boxes within the movie box. */
    private static Set<String> tracks(byte[] bytes) {
        Set<String> kinds = new HashSet<>();
        boxes(bytes, 0, bytes.length, 0, kinds);
        return kinds;
    }

    private static void boxes(byte[] bytes, int from, int to, int depth, Set<String> kinds) {
        long at = from;
        while (at + 8 <= to) {
            int here = (int) at;
            long size = number(bytes, here);
            int head = 8;
            if (size == 1 && here + 16 <= to) {
                size = (number(bytes, here + 8) << 32) | number(bytes, here + 12);
                head = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || at + size > to) return; // cut off, or no box
            int end = (int) (at + size);
            switch (text(bytes, here + 4, 4)) {
                case "moov", "trak", "mdia" -> {
                    if (depth < 4) boxes(bytes, here + head, end, depth + 1, kinds);
                }
                case "hdlr" -> {
                    if (here + head + 12 <= end) kinds.add(text(bytes, here + head + 8, 4));
                }
                default -> {}
            }
            at += size;
        }
    }

    private static long number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFFL) << 24)
                | ((bytes[at + 1] & 0xFFL) << 16)
                | ((bytes[at + 2] & 0xFFL) << 8)
                | (bytes[at + 3] & 0xFFL);
    }

    /** Documents of offices, and OFD (GB/T 33190), which has OFD.xml at its root. Entries are named, not unpacked. */
    private static String zip(byte[] bytes) {
        boolean types = false;
        boolean word = false;
        boolean sheet = false;
        try (ZipInputStream zip = names(bytes)) {
            int seen = 0;
            long left = 200L * 1024 * 1024; // of what has to be unpacked to get to the next entry
            for (ZipEntry e = zip.getNextEntry(); e != null && seen++ < MOST_ENTRIES; e = zip.getNextEntry()) {
                String name = e.getName();
                if (name.equals("OFD.xml") || name.equals("/OFD.xml")) return OFD;
                types |= name.equals("[Content_Types].xml");
                word |= name.equals("word/document.xml");
                sheet |= name.equals("xl/workbook.xml");
                if (types && word) return OFFICE + "wordprocessingml.document";
                if (types && sheet) return OFFICE + "spreadsheetml.sheet";
                left = skip(zip, left);
                if (left < 0) return "application/zip";
            }
        } catch (IOException | IllegalArgumentException e) {
            return "application/zip"; // broken, or with names in no known character set
        }
        return "application/zip";
    }

    /** Only names in ASCII are looked for; others may stand in any set of characters. */
    private static ZipInputStream names(byte[] bytes) {
        return new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1);
    }

    private static long skip(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long left = most;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            left -= n;
            if (left < 0) return left;
        }
        return left;
    }

    /**
     * Bare AAC (ADTS): a head at the start, and a second one like it. Recorders write lengths that are off by a byte and
     * leave gaps, which players pass over; so the second head is looked for and not only expected where the first says.
     */
    private static boolean adts(byte[] b) {
        if (!head(b, 0) || (b[2] >> 2 & 0x0F) > 12) return false; // 13 rates of sampling are defined
        int length = ((b[3] & 0x03) << 11) | ((b[4] & 0xFF) << 3) | ((b[5] & 0xE0) >> 5);
        if (length < 7) return false;
        if (length == b.length) return true;
        for (int at = 7; at < Math.min(b.length, LONGEST_FRAME); at++) if (head(b, at) && alike(b, at)) return true;
        return false;
    }

    private static boolean head(byte[] b, int at) {
        return b.length >= at + 7 && (b[at] & 0xFF) == 0xFF && (b[at + 1] & 0xF6) == 0xF0;
    }

    /** Whether version, profile, rate and channels are those of the first head. */
    private static boolean alike(byte[] b, int at) {
        return b[at + 1] == b[1] && b[at + 2] == b[2] && (b[at + 3] & 0xF0) == (b[3] & 0xF0);
    }
}
