#!/usr/bin/env bash
# Behaviour: 两, the usual word for two before 百, 千 and 万, is no number to nzh, and it says nothing: 两千 people are 0, 两万二千 are 2000,
#   两百五十 are 50. Hutool and ICU know the word.
# Versions: npm nzh 1.0.14; cn.hutool:hutool-core 5.8.43, com.ibm.icu:icu4j 79.1
# What we do: not used here; numbers in words are read by rules of our own that know 两 (SpokenNumber).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts nzh@1.0.14
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>cn.hutool</groupId><artifactId>hutool-core</artifactId><version>5.8.43</version></dependency>
<dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>79.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.js <<'JS'
const { cn } = require('nzh');
for (const words of ['二千', '两千', '两百五十', '两万二千']) console.log('nzh', words, cn.decodeS(words));
JS
cat >Try.java <<'JAVA'
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

class Try {
    public static void main(String[] args) throws Exception {
        var icu = new RuleBasedNumberFormat(ULocale.CHINA, RuleBasedNumberFormat.SPELLOUT);
        for (String words : new String[] {"两千", "两百五十", "两万二千"})
            System.out.println("hutool " + words + " " + cn.hutool.core.convert.NumberChineseFormatter.chineseToNumber(words) + " icu " + icu.parse(words));
    }
}
JAVA
{ node try.js; java -cp "$dir/lib/*" Try.java 2>/dev/null; } | tee seen
cat >want <<'TXT'
nzh 二千 2000
nzh 两千 0
nzh 两百五十 50
nzh 两万二千 2000
hutool 两千 2000 icu 2000
hutool 两百五十 250 icu 250
hutool 两万二千 22000 icu 22000
TXT
diff want seen && echo "as described"
