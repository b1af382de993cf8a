package org.shouwen.papers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.shouwen.problems.BadInput;

/**
 * Photos made small, upright and silent: what a camera wrote beside the picture, the place where it was taken first of
 * all, is not in what is shown (Art. 21).
 */
public final class Photos {
    /** Pixels; what unpacks to more is refused before it is unpacked. */
    static final long MOST_PIXELS = 24_000_000;

    /** A picture of so many pixels in full colour, and its copy; one is drawn at a time, so that memory is enough. */
    private static final long MOST_BYTES = MOST_PIXELS * 7;

    private static final Semaphore DRAWING = new Semaphore(1);

    /** Longest side, in pixels: for a list, and for looking at. */
    public static final int SMALL = 240;

    public static final int LARGE = 1600;

    private Photos() {}

    public static boolean is(PaperRef paper) {
        return paper.type().startsWith("image/");
    }

    /** @throws BadInput naming the field when it is no readable picture or too large a one */
    static void check(String field, byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new BadInput(field, "papers.bad.picture");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS || unpacked(reader) > MOST_BYTES)
                    throw new BadInput(field, "papers.bad.pixels", MOST_PIXELS / 1_000_000);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new BadInput(field, "papers.bad.picture");
        }
    }

    /** What drawing it takes: the picture as it is kept in memory, and a copy of four bytes a pixel. */
    private static long unpacked(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 24;
        return (long) reader.getWidth(0) * reader.getHeight(0) * (bits / 8 + 4);
    }

    /** As JPEG, its longest side at most so many pixels; never larger than it was. */
    public static byte[] view(byte[] bytes, int longest) {
        DRAWING.acquireUninterruptibly();
        try {
            BufferedImage upright = Thumbnails.of(new ByteArrayInputStream(bytes))
                    .scale(1)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
            int side = Math.min(longest, Math.max(upright.getWidth(), upright.getHeight()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(upright)
                    .size(side, side)
                    .outputFormat("jpg")
                    .outputQuality(0.85)
                    .toOutputStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DRAWING.release();
        }
    }
}
