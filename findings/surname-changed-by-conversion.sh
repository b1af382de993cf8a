#!/usr/bin/env bash
# Behaviour: both ports of OpenCC change surnames on the way to traditional characters, which a letter to Hong Kong or Taiwan needs: 于, 范,
#   余 and 岳 have kept their form as surnames everywhere and become 於, 範, 餘, 嶽, other names. On the way back the old name appears again, so that a
#   test there and back shows nothing. 姜 and 沈 are left alone.
# Versions: npm opencc-js 1.4.2, com.github.houbb:opencc4j 1.14.0
# What we do: not used here; names are never converted.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts opencc-js@1.4.2
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.github.houbb</groupId><artifactId>opencc4j</artifactId><version>1.14.0</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.mjs <<'JS'
import { Converter } from 'opencc-js';
const there = Converter({ from: 'cn', to: 't' });
const back = Converter({ from: 't', to: 'cn' });
for (const name of ['于先生', '范女士', '余先生', '岳女士', '姜先生', '沈女士'])
  console.log('opencc-js', name, there(name), back(there(name)) === name ? 'and back' : 'not back');
JS
cat >Try.java <<'JAVA'
import com.github.houbb.opencc4j.util.ZhConverterUtil;

class Try {
    public static void main(String[] args) {
        for (String name : new String[] {"于先生", "范女士", "余先生", "岳女士", "姜先生", "沈女士"}) {
            String there = ZhConverterUtil.toTraditional(name);
            System.out.println("opencc4j " + name + " " + there + (ZhConverterUtil.toSimple(there).equals(name) ? " and back" : " not back"));
        }
    }
}
JAVA
{ node try.mjs; java -cp "$dir/lib/*" Try.java 2>/dev/null; } | tee seen
cat >want <<'TXT'
opencc-js 于先生 於先生 and back
opencc-js 范女士 範女士 and back
opencc-js 余先生 餘先生 and back
opencc-js 岳女士 嶽女士 and back
opencc-js 姜先生 姜先生 and back
opencc-js 沈女士 沈女士 and back
opencc4j 于先生 於先生 and back
opencc4j 范女士 範女士 and back
opencc4j 余先生 餘先生 and back
opencc4j 岳女士 嶽女士 and back
opencc4j 姜先生 姜先生 and back
opencc4j 沈女士 沈女士 and back
TXT
diff want seen && echo "as described"
