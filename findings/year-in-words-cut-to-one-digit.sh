#!/usr/bin/env bash
# Behaviour: ICU's Chinese number words read a year said digit by digit with 〇 and stop after the first digit when it is said with 零: 二〇二六
#   is 2026, 二零二六 is 2, without an error. A last word that leaves out its unit is taken for ones, so that 一万二 (12,000 to everybody who
#   says it) is 10002; Hutool answers 12000 there, and raises an error at 〇 and at 二零二六.
# Versions: com.ibm.icu:icu4j 79.1, cn.hutool:hutool-core 5.8.43
# What we do: not used here; years and numbers in words are read by rules of our own.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>79.1</version></dependency>
<dependency><groupId>cn.hutool</groupId><artifactId>hutool-core</artifactId><version>5.8.43</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import cn.hutool.core.convert.NumberChineseFormatter;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

class Try {
    static String hutool(String words) {
        try {
            return "" + NumberChineseFormatter.chineseToNumber(words);
        } catch (RuntimeException e) {
            return "error";
        }
    }

    public static void main(String[] args) throws Exception {
        var icu = new RuleBasedNumberFormat(ULocale.CHINA, RuleBasedNumberFormat.SPELLOUT);
        for (String words : new String[] {"二〇二六", "二零二六", "一万二", "三百五", "一万零二"})
            System.out.println(words + " icu " + icu.parse(words) + " hutool " + hutool(words));
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
二〇二六 icu 2026 hutool error
二零二六 icu 2 hutool error
一万二 icu 10002 hutool 12000
三百五 icu 305 hutool 350
一万零二 icu 10002 hutool 10002
TXT
diff want seen && echo "as described"
