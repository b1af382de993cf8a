#!/usr/bin/env bash
# Behaviour: names with a character of level 3 of GB 18030-2022, which software of public services must handle since August 2023, lie outside
#   the basic plane, two chars each in Java. jieba-analysis, asked for the words of a text, makes two words of half a character each of
#   the surname 𠮷, which no index can store as UTF-8; its own sentenceProcess and HanLP keep the character whole.
# Versions: com.huaban:jieba-analysis 1.0.2, com.hankcs:hanlp portable-1.8.6
# What we do: not used here; names are masked and texts indexed by whole characters (Masks, GramIndex).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.huaban</groupId><artifactId>jieba-analysis</artifactId><version>1.0.2</version></dependency>
<dependency><groupId>com.hankcs</groupId><artifactId>hanlp</artifactId><version>portable-1.8.6</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import com.hankcs.hanlp.HanLP;
import com.huaban.analysis.jieba.JiebaSegmenter;
import java.util.List;
import java.util.stream.Collectors;

class Try {
    /** Halves of characters as numbers. */
    static String shown(String text) {
        return text.codePoints().mapToObj(c -> c >= 0xD800 && c <= 0xDFFF ? "<%04X>".formatted(c) : Character.toString(c)).collect(Collectors.joining());
    }

    static String words(List<String> words) {
        return words.stream().map(Try::shown).collect(Collectors.joining(" "));
    }

    public static void main(String[] args) {
        String said = "𠮷先生停暖";
        JiebaSegmenter jieba = new JiebaSegmenter();
        System.out.println("jieba " + words(jieba.process(said, JiebaSegmenter.SegMode.INDEX).stream().map(t -> t.word).toList()));
        System.out.println("jieba sentenceProcess " + words(jieba.sentenceProcess(said)));
        System.out.println("hanlp " + words(HanLP.segment(said).stream().map(t -> t.word).toList()));
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "^main dict\|^model load" | tee seen
cat >want <<'TXT'
jieba <D842> <DFB7> 先生 停暖
jieba sentenceProcess 𠮷 先生 停暖
hanlp 𠮷 先生 停 暖
TXT
diff want seen && echo "as described"
