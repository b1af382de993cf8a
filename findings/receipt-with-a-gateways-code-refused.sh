#!/usr/bin/env bash
# Behaviour: the words of a delivery receipt are the message centre's own (SMPP 3.4, appendix B: "vendor specific"); centres in China put a
#   gateway's code where the example has a word (stat:MK:0001, a telephone that is switched off), and dates of 14 digits. jsmpp refuses the
#   first with an exception, so that the message's number, which it has read already, is lost with it; so it does with SKIPPED of SMPP 5.0
#   and an empty done date. A date of 14 digits it takes for another one: 20261128143100 is 12 February 2022.
# Version: org.jsmpp:jsmpp 3.0.2
# What we do: receipts are read by rules of our own and by the parameters that the standard has for it (ReceiptTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.jsmpp</groupId><artifactId>jsmpp</artifactId><version>3.0.2</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.InvalidDeliveryReceiptException;

class Try {
    public static void main(String[] args) {
        for (String[] said : new String[][] {{"2611281431", "DELIVRD"}, {"2611281431", "MK:0001"}, {"2611281431", "SKIPPED"}, {"", "EXPIRED"}, {"20261128143100", "DELIVRD"}}) {
            String receipt = "id:8890 sub:001 dlvrd:001 submit date:2611281430 done date:" + said[0] + " stat:" + said[1] + " err:000 text:";
            try {
                var read = DefaultDecomposer.getInstance().deliveryReceipt(receipt);
                System.out.println(said[0] + " " + said[1] + " id " + read.getId() + " " + read.getFinalStatus() + " done " + read.getDoneDate().toInstant());
            } catch (InvalidDeliveryReceiptException e) {
                System.out.println(said[0] + " " + said[1] + " " + e.getClass().getSimpleName());
            }
        }
    }
}
JAVA
java -Duser.timezone=Asia/Shanghai -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
2611281431 DELIVRD id 8890 DELIVRD done 2026-11-28T06:31:00Z
2611281431 MK:0001 InvalidDeliveryReceiptException
2611281431 SKIPPED InvalidDeliveryReceiptException
 EXPIRED InvalidDeliveryReceiptException
20261128143100 DELIVRD id 8890 DELIVRD done 2022-02-11T20:14:31Z
TXT
diff want seen && echo "as described"
