package org.shouwen.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A zip as people send it: a folder of documents, or a document of an office, which is a zip inside. */
final class PackedFolder {
    private PackedFolder() {}

    static boolean is(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** @param name of an entry, in ASCII */
    static boolean holds(byte[] file, String name) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                if (entry.getName().equals(name)) return true;
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Names of files are in UTF-8, or in GB18030 where Windows packed the folder in China. */
    static Charset names(byte[] file) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            while (in.getNextEntry() != null) {
                // a name that is no UTF-8 is one of the exceptions below, which of them depends on the JDK
            }
            return StandardCharsets.UTF_8;
        } catch (IllegalArgumentException | ZipException e) {
            return Charset.forName("GB18030");
        }
    }
}
