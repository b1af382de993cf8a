package org.shouwen.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shouwen.cli.OfflineCommand;

/**
 * {@code ./shouwen bench words OUT DICTIONARY PLACES.csv…}: makes {@code words.bits} anew (decision 34), from a
 * dictionary with a word, its frequency and its kind in each line, as jieba has it, and from the names of places in the
 * second column of tables of divisions and villages.
 */
public final class WordBitsCommand implements OfflineCommand {
    private static final int FEWEST = 3;

    /** Words of two characters that are marked as names and are this frequent are words all the same. */
    private static final int WORD_AND_NAME = 300;

    private static final String OFFICES = "(?:居民委员会|村民委员会|社区|村委会|居委会|街道|村|镇|乡|区|市|县)+$";

    @Override
    public String name() {
        return "bench words";
    }

    @Override
    public String arguments() {
        return "OUT DICTIONARY PLACES.csv…";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.size() < 3) {
            progress.println("用法 Usage: ./shouwen bench words OUT DICTIONARY PLACES.csv…");
            return 2;
        }
        byte[] bits = new byte[KnownWords.SIZE / 8];
        int words = 0;
        for (String line : Files.readAllLines(Path.of(arguments.get(1)))) {
            String[] fields = line.split(" ", -1);
            if (fields.length < 3 || name(fields)) continue;
            if (Integer.parseInt(fields[1]) >= FEWEST && put(bits, fields[0])) words++;
        }
        for (String places : arguments.subList(2, arguments.size()))
            for (String line : Files.readAllLines(Path.of(places))) {
                String[] fields = line.split(",", -1);
                if (fields.length > 1 && put(bits, fields[1].replaceAll(OFFICES, ""))) words++;
            }
        Files.write(Path.of(arguments.getFirst()), bits);
        progress.printf("%d 个词 words%n", words);
        return 0;
    }

    private static boolean name(String[] fields) {
        int[] c = fields[0].codePoints().toArray();
        if (!fields[2].startsWith("nr") || c.length < 2) return false;
        boolean frequent = c.length == 2 && Integer.parseInt(fields[1]) >= WORD_AND_NAME;
        if (Surnames.single(c[0]) && c.length <= 3 && !frequent) return true;
        return Surnames.compound(c[0], c[1]) || (fields[2].equals("nr") && c.length > 2);
    }

    private static boolean put(byte[] bits, String word) {
        int[] c = word.codePoints().toArray();
        if (c.length < 2 || c.length > 4) return false;
        for (int x : c) if (!Character.isIdeographic(x)) return false;
        KnownWords.put(bits, c[0], c[1], c.length > 2 ? c[2] : 0, c.length > 3 ? c[3] : 0);
        return true;
    }
}
