#!/usr/bin/env bash
# Behaviour: ICU's Chinese calendar puts Spring Festival 2027 on 7 February and that of 2030 on 2 February; the almanac and the other
#   kept library have 6 February 2027 and 3 February 2030. The other years of 2024 to 2035 agree.
# Versions: com.ibm.icu:icu4j 79.1, cn.6tail:tyme4j 1.4.9
# What we do: lunar dates come from tyme4j and are held against the published notices (decision 31).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>79.1</version></dependency>
<dependency><groupId>cn.6tail</groupId><artifactId>tyme4j</artifactId><version>1.4.9</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import com.tyme.lunar.LunarDay;
import java.time.Instant;
import java.time.ZoneId;

class Try {
    public static void main(String[] args) {
        for (int year = 2024; year <= 2035; year++) {
            ChineseCalendar icu = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.CHINA);
            icu.clear();
            icu.set(Calendar.EXTENDED_YEAR, year);
            icu.set(Calendar.MONTH, 0);
            icu.set(Calendar.DAY_OF_MONTH, 1);
            String first = Instant.ofEpochMilli(icu.getTimeInMillis()).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
            var solar = LunarDay.fromYmd(year, 1, 1).getSolarDay();
            String second = "%04d-%02d-%02d".formatted(solar.getYear(), solar.getMonth(), solar.getDay());
            if (!first.equals(second)) System.out.println(year + " icu4j " + first + " tyme4j " + second);
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
printf '2027 icu4j 2027-02-07 tyme4j 2027-02-06\n2030 icu4j 2030-02-02 tyme4j 2030-02-03\n' >want
diff want seen && echo "as described"
