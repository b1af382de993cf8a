#!/usr/bin/env bash
# Behaviour: WeChat's EncodingAESKey is 43 characters of a-zA-Z0-9; with some of the 62 possible last characters WxJava refuses the key
#   (its base64 decoder refuses trailing bits that are not zero), though the platform may hand out such a key.
# Version: com.github.binarywang:weixin-java-common 4.8.2-20260411.214736
# What we do: the key is decoded without looking at the two bits that do not belong to it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.github.binarywang</groupId><artifactId>weixin-java-common</artifactId><version>4.8.2-20260411.214736</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

class Try {
    public static void main(String[] args) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        int refused = 0;
        for (char last : letters.toCharArray()) {
            try {
                new WxCryptUtil("token", "A".repeat(42) + last, "wx0000000000000001");
            } catch (RuntimeException e) {
                refused++;
            }
        }
        System.out.println("refused " + refused + " of " + letters.length());
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
echo 'refused 30 of 62' >want
diff want seen && echo "as described"
