package org.shouwen.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;
import org.springframework.mock.web.MockMultipartFile;

/** What a file is comes from what is inside it. */
class ContentsTest {
    private static byte[] box(String type, byte[]... inner) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : inner) all.writeBytes(each);
        byte[] content = all.toByteArray();
        int size = content.length + 8;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size});
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A container with tracks of these kinds. */
    private static byte[] media(String brand, String... kinds) {
        ByteArrayOutputStream tracks = new ByteArrayOutputStream();
        for (String kind : kinds)
            tracks.writeBytes(box("trak", box("mdia", box("hdlr", new byte[8], ascii(kind), new byte[12]))));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(box("ftyp", ascii(brand), new byte[4], ascii("isom")));
        all.writeBytes(box("mdat", new byte[64]));
        all.writeBytes(box("moov", tracks.toByteArray()));
        return all.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("<x/>"));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String type(String name, byte[] bytes) {
        return AcceptedFiles.check("photo", name, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3gp4", "3gp5", "3gp6", "3g2a"})
    void recordings_of_telephones_are_taken_whatever_their_ending_is(String brand) {
        for (String name : new String[] {"录音.m4a", "录音.3ga", "录音.3gp", "录音", "录音.mp3"})
            for (byte[] recording : new byte[][] {media(brand, "soun"), media(brand)})
                assertThat(type(name, recording)).as(name).isEqualTo("audio/3gpp");
    }

    @ParameterizedTest
    @CsvSource({"M4A ", "mp42", "isom"})
    void sound_in_MP4_is_a_recording(String brand) {
        assertThat(type("录音.mp4", media(brand.length() == 3 ? brand + " " : brand, "soun")))
                .isEqualTo("audio/mp4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!AMR\n", "#!AMR-WB\n", "#!AMR_MC1.0\n", "#!AMR-WB_MC1.0\n"})
    void AMR_of_every_band_is_a_recording(String head) {
        byte[] recording = Arrays.copyOf(ascii(head), 400);
        for (String name : new String[] {"录音.amr", "录音.awb", "录音"})
            assertThat(type(name, recording)).as(name).isEqualTo("audio/amr");
    }

    @Test
    void a_chosen_file_that_is_empty_is_named_and_a_field_left_empty_is_none() {
        assertThat(Uploads.of(List.of(new MockMultipartFile("photo", "", null, new byte[0]))))
                .isEmpty();
        List<Papers.File> chosen = Uploads.of(List.of(new MockMultipartFile("photo", "空的.jpg", null, new byte[0])));
        assertThat(chosen).hasSize(1);
        refused(chosen.getFirst().name(), chosen.getFirst().bytes(), "attachments.bad.empty");
    }

    @Test
    void films_are_not_taken_and_are_named() {
        for (byte[] film :
                new byte[][] {media("3gp5", "soun", "vide"), media("isom", "vide", "soun"), media("qt  ", "vide")})
            refused("现场.m4a", film, "attachments.bad.type");
    }

    @Test
    void bare_AAC_is_a_recording() {
        byte[] frames = new byte[40];
        for (int at : new int[] {0, 20}) {
            frames[at] = (byte) 0xFF;
            frames[at + 1] = (byte) 0xF1;
            frames[at + 4] = (byte) (20 >> 3);
            frames[at + 5] = (byte) ((20 & 7) << 5);
        }
        assertThat(type("录音.aac", frames)).isEqualTo("audio/aac");
        frames[20] = 0;
        refused("录音.aac", frames, "attachments.bad.type");
    }

    /** Seen in the field: the head says 16 bytes, the next one stands after 17. */
    @Test
    void AAC_whose_frames_are_not_as_long_as_they_say_is_a_recording() {
        byte[] frames = new byte[17 * 5];
        for (int at = 0; at < frames.length; at += 17) {
            byte[] head = HexFormat.of().parseHex("fff15080021ffc");
            System.arraycopy(head, 0, frames, at, head.length);
        }
        assertThat(type("录音.aac", frames)).isEqualTo("audio/aac");
        for (int at = 17; at < frames.length; at += 17) frames[at + 2] = 0x4C; // other frames' rate: no recording
        refused("录音.aac", frames, "attachments.bad.type");
    }

    @Test
    void OFD_and_documents_are_told_by_what_the_zip_holds() throws IOException {
        assertThat(type("签批.ofd", zip("OFD.xml", "Doc_0/Document.xml"))).isEqualTo("application/ofd");
        assertThat(type("签批.zip", zip("Doc_0/Document.xml", "OFD.xml"))).isEqualTo("application/ofd");
        assertThat(type("x.bin", zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(type("x.docx", zip("[Content_Types].xml", "xl/workbook.xml")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        refused("真的.docx", zip("a.txt"), "attachments.bad.type");
        refused("假的.ofd", zip("sub/OFD.xml"), "attachments.bad.type");
        refused("假的.ofd", ascii("OFD.xml"), "attachments.bad.type");
        refused("断的.docx", ascii("PK\u0003\u0004"), "attachments.bad.type");
    }

    @Test
    void an_OFD_with_a_file_named_in_GBK_inside_is_one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, java.nio.charset.Charset.forName("GBK"))) {
            for (String name : new String[] {"附件/签批.xml", "OFD.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("<x/>"));
                zip.closeEntry();
            }
        }
        assertThat(type("签批.ofd", out.toByteArray())).isEqualTo("application/ofd");
    }

    @Test
    void HEIC_is_refused_by_name_whatever_it_is_called() {
        for (String name : new String[] {"IMG_0001.HEIC", "IMG_0002.jpg"})
            for (String brand : new String[] {"heic", "heix", "mif1"})
                refused(name, media(brand, "pict"), "attachments.bad.heic");
    }

    @Test
    void a_long_screenshot_and_a_photo_of_48_megapixels_are_taken_and_shown() throws IOException {
        for (int[] size : new int[][] {{8000, 6000}, {1080, 30000}}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String format = size[0] > size[1] ? "jpg" : "png";
            ImageIO.write(new BufferedImage(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY), format, out);
            assertThat(type("大图." + format, out.toByteArray())).startsWith("image/");
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                    Photos.view(out.toByteArray(), Photos.LARGE).orElseThrow()));
            assertThat(Math.max(shown.getWidth(), shown.getHeight())).isEqualTo(Photos.LARGE);
        }
    }

    private static void refused(String name, byte[] bytes, String key) {
        assertThatThrownBy(() -> type(name, bytes)).as(name).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e.fields().getFirst().key()).isEqualTo(key);
            assertThat(e.fields().getFirst().args()).contains(name);
        });
    }
}
