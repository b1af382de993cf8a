package org.shouwen.desk.web;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of a picture within the page; nothing of it goes through an address that a server sees. */
record QrPicture(String path, int side) {
    /** Modules of white around it. */
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        QrCode qr = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < qr.size; y++)
            for (int x = 0; x < qr.size; x++)
                if (qr.getModule(x, y)) path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        return new QrPicture(path.toString(), qr.size + 2 * QUIET);
    }
}
