#!/usr/bin/env bash
# Behaviour: Hutool's ChineseDate numbers a leap month one too high: 25 July 2025, first day of the second sixth month (闰六月), has getMonth
#   7, and the object made again from its own year, month, day and isLeapMonth is 23 August. A date of the plain sixth month of that year
#   made from year, month and day is taken for the leap one, a month late. tyme4j says month -6 for the leap month and comes back.
# Versions: cn.hutool:hutool-core 5.8.43, cn.6tail:tyme4j 1.4.9
# What we do: lunar dates come from tyme4j alone (FixedHolidays).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>cn.hutool</groupId><artifactId>hutool-core</artifactId><version>5.8.43</version></dependency>
<dependency><groupId>cn.6tail</groupId><artifactId>tyme4j</artifactId><version>1.4.9</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import cn.hutool.core.date.ChineseDate;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.time.ZoneId;

class Try {
    static LocalDate day(ChineseDate date) {
        return date.getGregorianDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    public static void main(String[] args) {
        for (LocalDate at : new LocalDate[] {LocalDate.of(2025, 6, 25), LocalDate.of(2025, 7, 25)}) {
            ChineseDate date = new ChineseDate(at);
            var lunar = SolarDay.fromYmd(at.getYear(), at.getMonthValue(), at.getDayOfMonth()).getLunarDay();
            System.out.println(at + " " + date + " month " + date.getMonth() + " leap " + date.isLeapMonth() + " again "
                    + day(new ChineseDate(date.getChineseYear(), date.getMonth(), date.getDay(), date.isLeapMonth())) + " without leap "
                    + day(new ChineseDate(date.getChineseYear(), date.getMonth(), date.getDay())) + "; tyme4j month " + lunar.getMonth() + " again "
                    + LunarDay.fromYmd(lunar.getYear(), lunar.getMonth(), lunar.getDay()).getSolarDay());
        }
    }
}
JAVA
java -Duser.timezone=Asia/Shanghai -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
2025-06-25 乙巳蛇年 六月初一 month 6 leap false again 2025-06-25 without leap 2025-07-25; tyme4j month 6 again 2025年6月25日
2025-07-25 乙巳蛇年 闰六月初一 month 7 leap true again 2025-08-23 without leap 2025-08-23; tyme4j month -6 again 2025年7月25日
TXT
diff want seen && echo "as described"
