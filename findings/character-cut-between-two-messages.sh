#!/usr/bin/env bash
# Behaviour: a long message in UCS-2 is cut every 67 chars, also within a character outside the basic plane: of the surname 𠮷 the first half
#   ends one short message and the second begins the next. A telephone that shows parts as they come, or a gateway that passes them on
#   one by one, shows two signs of nothing. A part of 66 characters is allowed.
# Version: com.chinamobile.cmos:sms-core 2.1.13.5
# What we do: our own link cuts before such a character (Segments, SegmentsTest); the library is a peer in tries, never part of the product.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.chinamobile.cmos</groupId><artifactId>sms-core</artifactId><version>2.1.13.5</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import com.chinamobile.cmos.sms.SmsTextMessage;
import com.zx.sms.codec.cmpp.wap.LongMessageFrame;
import com.zx.sms.codec.cmpp.wap.LongMessageFrameHolder;
import java.nio.charset.StandardCharsets;

class Try {
    private static final int HEADER = 6;

    public static void main(String[] args) throws Exception {
        String said = "您".repeat(66) + "𠮷先生，您的诉求已答复";
        for (LongMessageFrame part : LongMessageFrameHolder.INS.splitmsgcontent(new SmsTextMessage(said))) {
            byte[] all = part.getMsgContentBytes();
            System.out.printf("part %d of %d: %d chars, first %02X%02X, last %02X%02X%n", part.getPknumber(), part.getPktotal(),
                    (all.length - HEADER) / 2, all[HEADER], all[HEADER + 1], all[all.length - 2], all[all.length - 1]);
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
part 1 of 2: 67 chars, first 60A8, last D842
part 2 of 2: 11 chars, first DFB7, last 590D
TXT
diff want seen && echo "as described"
