#!/usr/bin/env bash
# Behaviour: a QR code that says in its own words that it is GB 2312 (ECI 29, as ZXing writes any of the Chinese sets) is found by jsQR and
#   read as an empty text: the bytes are there, the assignment is known, and it is decoded as UTF-8 all the same. ZXing, which made the
#   code, reads it; the same text in UTF-8 (ECI 26) jsQR reads too.
# Versions: npm jsqr 1.4.0, com.google.zxing:core 3.5.4
# What we do: not used here; our own codes hold a secret's address in ASCII. Look before you scan forms in the browser.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts jsqr@1.4.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.google.zxing</groupId><artifactId>core</artifactId><version>3.5.4</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Make.java <<'JAVA'
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class Make {
    public static void main(String[] args) throws Exception {
        for (String charset : new String[] {"UTF-8", "GB2312"}) {
            BitMatrix code = new QRCodeWriter().encode("首问热线", BarcodeFormat.QR_CODE, 240, 240, Map.of(EncodeHintType.CHARACTER_SET, charset));
            int[] pixels = new int[240 * 240];
            byte[] bytes = new byte[240 * 240];
            for (int i = 0; i < pixels.length; i++) {
                boolean dark = code.get(i % 240, i / 240);
                pixels[i] = dark ? 0xFF000000 : 0xFFFFFFFF;
                bytes[i] = (byte) (dark ? 0 : 255);
            }
            Files.write(Path.of(charset), bytes);
            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(240, 240, pixels))));
            System.out.println("zxing " + charset + " [" + read.getText() + "]");
        }
    }
}
JAVA
cat >try.mjs <<'JS'
import fs from 'fs';
import jsqr from 'jsqr';
for (const charset of ['UTF-8', 'GB2312']) {
  const picture = new Uint8ClampedArray(240 * 240 * 4).fill(255);
  fs.readFileSync(charset).forEach((grey, i) => picture.fill(grey, i * 4, i * 4 + 3));
  const read = jsqr.default(picture, 240, 240);
  console.log('jsqr', charset, `[${read.data}]`, 'eci', read.chunks[0].assignmentNumber, 'bytes', read.binaryData.length);
}
JS
{ java -cp "$dir/lib/*" Make.java; node try.mjs; } | tee seen
cat >want <<'TXT'
zxing UTF-8 [首问热线]
zxing GB2312 [首问热线]
jsqr UTF-8 [首问热线] eci 26 bytes 12
jsqr GB2312 [] eci 29 bytes 8
TXT
diff want seen && echo "as described"
