package org.shouwen.suggestion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A model in a file: the letters {@code SHOUWENM}, the number of the form, kind, name and version of the model, its
 * compressed content, and the SHA-256 of all before. Numbers are big-endian, strings as {@link DataOutputStream#writeUTF}
 * writes them. A file that was cut, changed or made for something else is refused before anything of it is used.
 */
public final class ModelFile {
    private static final byte[] MAGIC = "SHOUWENM".getBytes(StandardCharsets.US_ASCII);
    private static final int FORM = 1;
    private static final int DIGEST = 32;

    private ModelFile() {}

    /** Writes a model's content. */
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads what {@link Content} wrote. */
    interface Reader<M> {
        M read(DataInputStream in) throws IOException;
    }

    /** Writes the model beside and then in the place of the file: whoever reads meanwhile sees the old one whole. */
    public static void save(Path file, NamedModel<ClassModel> model) throws IOException {
        byte[] bytes = bytes(ClassModel.KIND, model.name(), model.version(), model.model()::write);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws UnreadableModel when there is no such file, or it is damaged, of a later form or of another kind */
    public static NamedModel<ClassModel> loadClassModel(Path file) throws IOException {
        try {
            return read(Files.readAllBytes(file), file.toString(), ClassModel.KIND, ClassModel::read);
        } catch (NoSuchFileException e) {
            throw new UnreadableModel("没有模型文件 " + file + "。", "There is no model file " + file + ".");
        }
    }

    /** A model as its file or row holds it. */
    static byte[] bytes(String kind, String name, String version, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(bytes);
        head.write(MAGIC);
        head.writeInt(FORM);
        head.writeUTF(kind);
        head.writeUTF(name);
        head.writeUTF(version);
        head.flush();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 16), 1 << 16))) {
            content.write(out);
        }
        bytes.write(digest(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /**
     * @param source where the bytes came from, for the message
     * @throws UnreadableModel when they are damaged, of a later form or of another kind
     */
    static <M> NamedModel<M> read(byte[] bytes, String source, String expected, Reader<M> reader) throws IOException {
        check(bytes, source);
        try (ByteArrayInputStream in = new ByteArrayInputStream(bytes, 0, bytes.length - DIGEST)) {
            DataInputStream head = new DataInputStream(in);
            head.skipNBytes(MAGIC.length);
            int form = head.readInt();
            if (form != FORM)
                throw new UnreadableModel(
                        "模型文件 " + source + " 的格式是 " + form + "，本版本只认识 " + FORM + "。",
                        "Model file " + source + " has form " + form + "; this release reads form " + FORM + ".");
            String kind = head.readUTF();
            if (!kind.equals(expected))
                throw new UnreadableModel(
                        "模型文件 " + source + " 是“" + kind + "”模型，不是“" + expected + "”模型。",
                        "Model file " + source + " holds a model of kind '" + kind + "', not '" + expected + "'.");
            String name = head.readUTF();
            String version = head.readUTF();
            try (DataInputStream content =
                    new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16))) {
                return new NamedModel<>(name, version, reader.read(content));
            }
        }
    }

    private static void check(byte[] bytes, String source) throws UnreadableModel {
        int covered = bytes.length - DIGEST;
        if (covered < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw new UnreadableModel(
                    "文件 " + source + " 不是首问的模型文件。", "File " + source + " is not a model file of Shouwen.");
        if (!Arrays.equals(bytes, covered, bytes.length, digest(bytes, covered), 0, DIGEST))
            throw new UnreadableModel(
                    "模型文件 " + source + " 不完整或已损坏，请重新训练或从备份恢复。",
                    "Model file " + source + " is incomplete or damaged; train it again or restore it.");
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
