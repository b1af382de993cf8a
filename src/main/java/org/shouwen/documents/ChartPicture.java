package org.shouwen.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws a {@link Chart} as PNG for paper (decision 63): dark on white, told apart by form as well as by shade, so that a
 * copy in black and white can be read. Labels that no typeface of the machine can write are numbered as in the table beside.
 */
final class ChartPicture {
    /** Pixels of the picture; on paper it is 156 mm wide, about 250 a 25.4 mm. */
    static final int WIDTH = 1560;

    private static final int LINE_HEIGHT = 620;
    private static final int BAR = 62;
    private static final int EDGE = 20;
    private static final int TOP = 70;
    private static final int TEXT = 28;
    private static final int LABEL = 420;
    private static final int STEPS = 4;
    private static final List<Color> COLOURS = List.of(new Color(0x1F4E79), new Color(0xA6A6A6));

    private final Chart chart;
    private final BufferedImage image;
    private final Graphics2D g;
    private final boolean writes;

    private ChartPicture(Chart chart) {
        this.chart = chart;
        int height = chart.form() == Chart.Form.LINE
                ? LINE_HEIGHT
                : TOP + Math.max(1, chart.labels().size()) * BAR + EDGE;
        image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, height);
        Font font = ChartFont.of(all(chart), TEXT);
        g.setFont(font);
        writes = font.canDisplayUpTo(all(chart)) < 0;
    }

    static byte[] png(Chart chart) {
        ChartPicture picture = new ChartPicture(chart);
        picture.legend();
        if (chart.form() == Chart.Form.LINE) picture.lines();
        else picture.bars();
        picture.g.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture.image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Height of the picture for a width of one. */
    static double ratio(byte[] png) throws IOException {
        BufferedImage read = ImageIO.read(new java.io.ByteArrayInputStream(png));
        return (double) read.getHeight() / read.getWidth();
    }

    private static String all(Chart chart) {
        StringBuilder all = new StringBuilder("0123456789.%");
        chart.labels().forEach(all::append);
        chart.series().forEach(s -> all.append(s.name()));
        return all.toString();
    }

    private void legend() {
        int x = LABEL;
        for (int s = 0; s < chart.series().size(); s++) {
            g.setColor(COLOURS.get(s % COLOURS.size()));
            g.fillRect(x, EDGE + 4, TEXT, TEXT);
            g.setColor(Color.BLACK);
            String name = writes ? chart.series().get(s).name() : String.valueOf(s + 1);
            g.drawString(name, x + TEXT + 12, EDGE + TEXT);
            x += TEXT + 60 + g.getFontMetrics().stringWidth(name);
        }
    }

    private void bars() {
        double most = Math.max(1, chart.most());
        int room = WIDTH - LABEL - 160;
        for (int i = 0; i < chart.labels().size(); i++) {
            int y = TOP + i * BAR;
            g.setColor(Color.BLACK);
            String label = label(i);
            g.drawString(label, LABEL - 20 - g.getFontMetrics().stringWidth(label), y + BAR / 2 + TEXT / 3);
            int each = (BAR - 14) / chart.series().size();
            for (int s = 0; s < chart.series().size(); s++) {
                double value = chart.series().get(s).values().get(i);
                int wide = (int) Math.round(value / most * room);
                g.setColor(COLOURS.get(s % COLOURS.size()));
                g.fillRect(LABEL, y + 7 + s * each, wide, each - 2);
                if (s > 0) continue;
                g.setColor(Color.BLACK);
                g.drawString(number(value), LABEL + wide + 10, y + 7 + each / 2 + TEXT / 3);
            }
        }
        g.setColor(Color.GRAY);
        g.drawLine(LABEL, TOP, LABEL, TOP + chart.labels().size() * BAR);
    }

    /** A label that is too long for its place is cut. */
    private String label(int i) {
        if (!writes) return String.valueOf(i + 1);
        String label = chart.labels().get(i);
        if (g.getFontMetrics().stringWidth(label) <= LABEL - 2 * EDGE) return label;
        while (!label.isEmpty() && g.getFontMetrics().stringWidth(label + "…") > LABEL - 2 * EDGE)
            label = label.substring(0, label.offsetByCodePoints(label.length(), -1));
        return label + "…";
    }

    private void lines() {
        double most = ChartScale.top(chart.most());
        int left = 120;
        int right = WIDTH - 2 * EDGE;
        int bottom = LINE_HEIGHT - 70;
        for (int step = 0; step <= STEPS; step++) {
            int y = bottom - (bottom - TOP) * step / STEPS;
            g.setColor(new Color(0xD9D9D9));
            g.drawLine(left, y, right, y);
            g.setColor(Color.BLACK);
            String value = number(most * step / STEPS);
            g.drawString(value, left - 14 - g.getFontMetrics().stringWidth(value), y + TEXT / 3);
        }
        int n = chart.labels().size();
        double apart = n < 2 ? 0 : (double) (right - left - 60) / (n - 1);
        int every = Math.max(1, (n + 9) / 10);
        for (int i = 0; i < n; i += every) {
            String label = label(i);
            int x = (int) (left + 30 + i * apart) - g.getFontMetrics().stringWidth(label) / 2;
            g.drawString(label, x, bottom + TEXT + 12);
        }
        for (int s = chart.series().size() - 1; s >= 0; s--) line(s, most, left + 30, bottom, apart);
    }

    private void line(int s, double most, int left, int bottom, double apart) {
        g.setColor(COLOURS.get(s % COLOURS.size()));
        g.setStroke(
                s == 0
                        ? new BasicStroke(5)
                        : new BasicStroke(
                                4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {16, 12}, 0));
        Path2D path = new Path2D.Double();
        List<Double> values = chart.series().get(s).values();
        for (int i = 0; i < values.size(); i++) {
            double x = left + i * apart;
            double y = bottom - (bottom - TOP) * values.get(i) / most;
            if (i == 0) path.moveTo(x, y);
            else path.lineTo(x, y);
            if (s == 0) g.fillOval((int) x - 7, (int) y - 7, 14, 14);
        }
        g.draw(path);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : "%.1f".formatted(value);
    }
}
