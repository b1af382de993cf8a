package org.shouwen.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The process that turns words into vectors: reads requests from its input, writes vectors to its output, and ends with its
 * input, so that it never outlives the application. A request is a number (4 bytes), a sort (1 byte: 0 a question, for which
 * somebody waits, 1 a text), a length (4 bytes) and words in UTF-8; an answer is the request's number, a length and the
 * vector, whose length is 0 where there is none. Number 0 says that the model is there.
 */
public final class EmbedderMain {
    /** Pieces of words that are read; a text of the index says its matter before it ends. */
    static final int MOST = 256;

    static final int LONGEST = 1 << 20;

    private final OnnxModel model;
    private final WordPieces pieces;
    private final DataOutputStream out;

    private EmbedderMain(OnnxModel model, WordPieces pieces, DataOutputStream out) {
        this.model = model;
        this.pieces = pieces;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        OnnxModel model = new OnnxModel(file("/bge-small-zh-v1.5-q.onnx"));
        EmbedderMain embedder =
                new EmbedderMain(model, WordPieces.of(file("/bge-small-zh-v1.5-q-tokenizer.json")), out);
        embedder.answer(0, "好");
        embedder.serve(new DataInputStream(System.in));
        System.exit(0);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = EmbedderMain.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private void serve(DataInputStream in) throws IOException {
        // a question waits for no text
        ExecutorService questions = Executors.newSingleThreadExecutor(EmbedderMain::urgent);
        ExecutorService texts = Executors.newSingleThreadExecutor(EmbedderMain::patient);
        while (true) {
            int number;
            try {
                number = in.readInt();
            } catch (EOFException e) {
                return;
            }
            ExecutorService by = in.readByte() == 0 ? questions : texts;
            int length = in.readInt();
            if (length < 0 || length > LONGEST) throw new IOException("length " + length);
            String words = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            by.execute(() -> answer(number, words));
        }
    }

    private static Thread urgent(Runnable work) {
        return Thread.ofPlatform().daemon().name("questions").unstarted(work);
    }

    /** Little of the processor, so that questions and the application go first. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static Thread patient(Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("texts")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(work);
    }

    private void answer(int number, String words) {
        byte[] vector = {};
        try {
            vector = model.vector(pieces.numbers(words, MOST));
        } catch (Exception e) {
            System.err.println(e);
        }
        synchronized (out) {
            try {
                out.writeInt(number);
                out.writeInt(vector.length);
                out.write(vector);
                out.flush();
            } catch (IOException e) {
                Runtime.getRuntime().halt(1); // nobody listens any more
            }
        }
    }
}
