#!/usr/bin/env bash
# Behaviour: the week of China begins on Sunday in ICU 71 and on Monday from ICU 72 on (and so in the JDK: Sunday in 17, Monday in 25, both
#   from CLDR's table of countries), so that Sunday 29 November 2026 is of week 49 or of week 48. A report by "the country's week" moves
#   its Sundays with an upgrade, and nothing says so.
# Versions: com.ibm.icu:icu4j 71.1, 72.1, 79.1
# What we do: weeks are those of ISO 8601 by name (IsoFields), whatever a library thinks of the country.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Try.java <<'JAVA'
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

class Try {
    public static void main(String[] args) {
        Calendar day = Calendar.getInstance(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.CHINA);
        day.set(2026, Calendar.NOVEMBER, 29, 12, 0);
        System.out.println(args[0] + " begins on " + (day.getFirstDayOfWeek() == Calendar.SUNDAY ? "Sunday" : "Monday") + ", 29 November is of week "
                + day.get(Calendar.WEEK_OF_YEAR));
    }
}
JAVA
for version in 71.1 72.1 79.1; do
    mvn -q -B dependency:copy -Dartifact=com.ibm.icu:icu4j:$version -DoutputDirectory="$dir/$version" >/dev/null 2>&1
    java -cp "$dir/$version/*" Try.java "icu4j $version" 2>/dev/null
done | tee seen
cat >want <<'TXT'
icu4j 71.1 begins on Sunday, 29 November is of week 49
icu4j 72.1 begins on Monday, 29 November is of week 48
icu4j 79.1 begins on Monday, 29 November is of week 48
TXT
diff want seen && echo "as described"
