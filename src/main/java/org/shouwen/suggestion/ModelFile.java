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

    /** Writes the model beside and then in the place of the file: whoever reads meanwhile sees the old one whole. */
    public static void save(Path file, NamedModel<ClassModel> model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(bytes);
        head.write(MAGIC);
        head.writeInt(FORM);
        head.writeUTF(ClassModel.KIND);
        head.writeUTF(model.name());
        head.writeUTF(model.version());
        head.flush();
        try (DataOutputStream content = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 16), 1 << 16))) {
            model.model().write(content);
        }
        bytes.write(digest(bytes.toByteArray(), bytes.size()));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, bytes.toByteArray());
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws UnreadableModel when there is no such file, or it is damaged, of a later form or of another kind */
    public static NamedModel<ClassModel> loadClassModel(Path file) throws IOException {
        byte[] bytes = whole(file);
        try (ByteArrayInputStream in = new ByteArrayInputStream(bytes, 0, bytes.length - DIGEST)) {
            DataInputStream head = new DataInputStream(in);
            head.skipNBytes(MAGIC.length);
            int form = head.readInt();
            if (form != FORM)
                throw new UnreadableModel(
                        "模型文件 " + file + " 的格式是 " + form + "，本版本只认识 " + FORM + "。",
                        "Model file " + file + " has form " + form + "; this release reads form " + FORM + ".");
            String kind = head.readUTF();
            if (!kind.equals(ClassModel.KIND))
                throw new UnreadableModel(
                        "模型文件 " + file + " 是“" + kind + "”模型，不是“" + ClassModel.KIND + "”模型。",
                        "Model file " + file + " holds a model of kind '" + kind + "', not '" + ClassModel.KIND + "'.");
            String name = head.readUTF();
            String version = head.readUTF();
            try (DataInputStream content =
                    new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16))) {
                return new NamedModel<>(name, version, ClassModel.read(content));
            }
        }
    }

    private static byte[] whole(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableModel("没有模型文件 " + file + "。", "There is no model file " + file + ".");
        }
        int covered = bytes.length - DIGEST;
        if (covered < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw new UnreadableModel(
                    "文件 " + file + " 不是首问的模型文件。", "File " + file + " is not a model file of Shouwen.");
        if (!Arrays.equals(bytes, covered, bytes.length, digest(bytes, covered), 0, DIGEST))
            throw new UnreadableModel(
                    "模型文件 " + file + " 不完整或已损坏，请重新训练或从备份恢复。",
                    "Model file " + file + " is incomplete or damaged; train it again or restore it.");
        return bytes;
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
