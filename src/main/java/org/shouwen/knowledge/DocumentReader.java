package org.shouwen.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.shouwen.tables.TextLines;

/** Reads the words of documents as offices keep them. What a file is comes from what is inside it. */
final class DocumentReader {
    /** Files of a folder, and bytes of all of them once unpacked. */
    private static final int MOST_FILES = 2_000;

    private static final long MOST_BYTES = 300L * 1024 * 1024;

    /** Documents that are packed files inside; what calls itself one and is none of those that are read is no folder. */
    private static final Pattern OFFICE = Pattern.compile("(?i).*[.](docx|docm|xlsx|xlsm|pptx|odt|ods|ofd|wps)");

    /** 文号, such as 丹政发〔2026〕3号. */
    private static final Pattern NUMBER =
            Pattern.compile("[\\u4e00-\\u9fa5]{1,10}[〔\\[（(【]\\d{4}[〕\\]）)】]\\s?\\d{1,4}\\s?号");

    /**
     * @param name of the file
     * @param number the document's own number; empty when none stands in its first lines
     * @param text begins with the title
     */
    record Read(String name, String title, String number, String text) {}

    /**
     * A file that could not be used.
     *
     * @param key of the message that says why
     */
    record Refused(String name, String key) {}

    /** A table within a folder, which {@link ArticleTable} reads. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Sheet(String name, byte[] file) {}

    record Folder(List<Read> read, List<Sheet> tables, List<Refused> refused) {}

    private DocumentReader() {}

    /** One file, or all files of a packed folder; one that can not be read costs itself and no other. */
    static Folder read(String name, byte[] file) {
        Folder folder = new Folder(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean packed = PackedFolder.is(file) && !PackedFolder.holds(file, "word/document.xml");
        if (packed && OFFICE.matcher(name).matches())
            folder.refused.add(new Refused(name, "knowledge.import.unreadable"));
        else if (packed) unpack(name, file, folder);
        else one(name, file, folder);
        return folder;
    }

    private static void one(String name, byte[] file, Folder folder) {
        try {
            List<String> lines = lines(file).stream()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .toList();
            if (lines.isEmpty()) {
                folder.refused.add(
                        new Refused(name, pdf(file) ? "knowledge.import.scanned" : "knowledge.import.empty"));
                return;
            }
            String title = title(lines);
            String head = lines.stream().limit(8).collect(Collectors.joining("\n"));
            Matcher number = NUMBER.matcher(head);
            folder.read.add(new Read(name, title, number.find() ? number.group() : "", String.join("\n", lines)));
        } catch (IOException | RuntimeException e) {
            folder.refused.add(new Refused(name, "knowledge.import.unreadable"));
        }
    }

    private static void unpack(String name, byte[] file, Folder folder) {
        long bytes = 0;
        int files = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file), PackedFolder.names(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) continue;
                if (++files > MOST_FILES || bytes > MOST_BYTES) {
                    folder.refused.add(new Refused(name, "knowledge.import.too-many"));
                    return;
                }
                byte[] part = in.readNBytes((int) (MOST_BYTES - bytes + 1));
                bytes += part.length;
                if (table(entry.getName(), part)) folder.tables.add(new Sheet(entry.getName(), part));
                else if (PackedFolder.is(part) && !PackedFolder.holds(part, "word/document.xml"))
                    folder.refused.add(new Refused(entry.getName(), "knowledge.import.unreadable"));
                else one(entry.getName(), part, folder);
            }
        } catch (IOException | IllegalArgumentException e) {
            folder.refused.add(new Refused(name, "knowledge.import.unreadable"));
            return;
        }
        if (files == 0) folder.refused.add(new Refused(name, "knowledge.import.unreadable"));
    }

    private static List<String> lines(byte[] file) throws IOException {
        if (pdf(file)) {
            try (PDDocument document = Loader.loadPDF(file)) {
                PDFTextStripper words = new PDFTextStripper();
                words.setSortByPosition(true);
                return words.getText(document).lines().toList();
            }
        }
        if (PackedFolder.is(file)) return docx(file);
        List<String> lines =
                TextLines.of(file).stream().map(TextLines.Line::text).toList();
        String start = lines.stream().limit(5).collect(Collectors.joining()).stripLeading();
        if (!start.startsWith("<")) {
            if (start.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\f')) throw new IOException("no text");
            return lines;
        }
        return html(String.join("\n", lines));
    }

    private static List<String> html(String text) {
        Document page = Jsoup.parse(text);
        page.select("script, style, nav, header, footer").remove();
        List<String> lines = new ArrayList<>();
        if (!page.title().isBlank()) lines.add(page.title());
        page.body().select("br").after("\n");
        page.body().select("p, div, li, tr, h1, h2, h3, h4").prepend("\n");
        page.body()
                .wholeText()
                .lines()
                .map(String::strip)
                .filter(l -> !lines.contains(l))
                .forEach(lines::add);
        return lines;
    }

    private static List<String> docx(byte[] file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            ListNumbers numbers = new ListNumbers(document);
            for (IBodyElement element : document.getBodyElements())
                switch (element) {
                    case XWPFParagraph p -> lines.add(numbers.before(p) + p.getText());
                    case XWPFTable t ->
                        t.getRows()
                                .forEach(r -> lines.add(r.getTableCells().stream()
                                        .map(c -> c.getText().strip())
                                        .collect(Collectors.joining(" "))));
                    default -> {}
                }
        }
        return lines;
    }

    /** The first line that is no number of a document; titles of official papers go over two lines now and then. */
    private static String title(List<String> lines) {
        String first = lines.stream()
                .filter(l -> l.length() > 1 && !NUMBER.matcher(l).matches())
                .findFirst()
                .orElse(lines.getFirst());
        int end = first.offsetByCodePoints(
                0, Math.min(first.codePointCount(0, first.length()), ArticleContent.MOST_TITLE));
        return first.substring(0, end);
    }

    private static boolean pdf(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    /** Whether it is a table, which {@link ArticleTable} reads: a workbook, or what calls itself one of separated cells. */
    static boolean table(String name, byte[] file) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                || (PackedFolder.is(file) && PackedFolder.holds(file, "xl/workbook.xml"));
    }
}
