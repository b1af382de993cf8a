package org.shouwen.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photos made small, upright and silent: what a camera wrote beside the picture, the place where it was taken first of
 * all, is not in what is shown (Art. 21).
 */
public final class Photos {
    /** Pixels that are unpacked at most. */
    static final long MOST_PIXELS = 24_000_000;

    /** Of a JPEG or PNG that is read line by line and every nth only; what has more is refused before it is read. */
    static final long MOST_READ = 120_000_000;

    /** A picture of so many pixels in full colour, and its copy; one is drawn at a time, so that memory is enough. */
    private static final long MOST_BYTES = MOST_PIXELS * 7;

    private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

    private static final Semaphore DRAWING = new Semaphore(1);

    /** Longest side, in pixels: for a list, and for looking at. */
    public static final int SMALL = 240;

    public static final int LARGE = 1600;

    private Photos() {}

    public static boolean is(PaperRef paper) {
        return paper.type().startsWith("image/");
    }

    /** @throws BadInput naming the field when it is no readable picture or too large a one */
    static void check(String field, String name, byte[] bytes) {
        if (CutOff.is(bytes)) throw new BadInput(field, "attachments.bad.picture", name);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new BadInput(field, "attachments.bad.picture", name);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long most = byLines(reader) ? MOST_READ : MOST_PIXELS;
                int nth = nth(reader);
                if (pixels(reader) > most || unpacked(reader) / ((long) nth * nth) > MOST_BYTES)
                    throw new BadInput(field, "attachments.bad.pixels", most / 1_000_000, name);
            } finally {
                reader.dispose();
            }
        } catch (BadInput e) {
            throw e;
        } catch (IOException | RuntimeException e) { // decoders answer damaged bytes with all sorts of exceptions
            throw new BadInput(field, "attachments.bad.picture", name);
        }
    }

    private static long pixels(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0);
    }

    /** Whether it needs no memory for what is not kept. */
    private static boolean byLines(ImageReader reader) throws IOException {
        return jpeg(reader) || reader.getFormatName().equalsIgnoreCase("png");
    }

    private static boolean jpeg(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("jpeg");
    }

    /** Which rows and columns are kept, so that no more is unpacked than may be. */
    private static int nth(ImageReader reader) throws IOException {
        if (!byLines(reader)) return 1;
        int nth = 1;
        while (pixels(reader) / ((long) nth * nth) > MOST_PIXELS) nth++;
        return nth;
    }

    /** What drawing it takes: the picture as it is kept in memory, and a copy of four bytes a pixel. */
    private static long unpacked(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 24;
        return (long) reader.getWidth(0) * reader.getHeight(0) * (bits / 8 + 4);
    }

    /** As JPEG, its longest side at most so many pixels; never larger than it was. Empty when it can not be drawn. */
    public static Optional<byte[]> view(byte[] bytes, int longest) {
        DRAWING.acquireUninterruptibly();
        try {
            BufferedImage upright = upright(bytes);
            int side = Math.min(longest, Math.max(upright.getWidth(), upright.getHeight()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(upright)
                    .size(side, side)
                    .outputFormat("jpg")
                    .outputQuality(0.85)
                    .toOutputStream(out);
            return Optional.of(out.toByteArray());
        } catch (IOException | RuntimeException e) { // decoders answer damaged bytes with all sorts of exceptions
            LOG.warn("a picture of {} bytes can not be drawn: {}", bytes.length, e.toString());
            return Optional.empty();
        } finally {
            DRAWING.release();
        }
    }

    private static BufferedImage upright(byte[] bytes) throws IOException {
        BufferedImage thinned = thinned(bytes);
        if (thinned != null) return thinned;
        return Thumbnails.of(new ByteArrayInputStream(bytes))
                .scale(1)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
    }

    /** Every nth row and column of a picture that is too large to be unpacked; null when it is not. */
    private static @Nullable BufferedImage thinned(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return null;
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, false);
                int nth = nth(reader);
                if (nth == 1) return null;
                ImageReadParam every = reader.getDefaultReadParam();
                every.setSourceSubsampling(nth, nth, 0, 0);
                BufferedImage raw = reader.read(0, every);
                Orientation taken = jpeg(reader) ? ExifUtils.getExifOrientation(reader, 0) : null; // a PNG has none
                BufferedImage turned = taken == null
                        ? raw
                        : ExifFilterUtils.getFilterForOrientation(taken).apply(raw);
                return Thumbnails.of(turned)
                        .scale(1)
                        .imageType(BufferedImage.TYPE_INT_RGB)
                        .asBufferedImage();
            } finally {
                reader.dispose();
            }
        }
    }
}
