#!/usr/bin/env bash
# Behaviour: libphonenumber takes a Chinese mobile with a trunk zero before it (as exchanges show callers from elsewhere) for valid,
#   but a fixed number that is one digit short of its area is judged by area: 024-12345 valid, 0415-12345 not.
# Version: com.googlecode.libphonenumber:libphonenumber 9.0.43
# What we do: a caller's number is a hint and never decides whether a call exists; forms are made one by rules of our own before comparing.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mvn -q -B dependency:copy -Dartifact=com.googlecode.libphonenumber:libphonenumber:9.0.43 -DoutputDirectory="$dir" >/dev/null
cat >Try.java <<'JAVA'
import com.google.i18n.phonenumbers.PhoneNumberUtil;

class Try {
    public static void main(String[] args) throws Exception {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (String typed : new String[] {"013800000001", "024-12345", "0415-12345", "8890000"}) {
            var number = util.parse(typed, "CN");
            System.out.println(typed + " valid " + util.isValidNumber(number) + " type " + util.getNumberType(number) + " "
                    + util.format(number, PhoneNumberUtil.PhoneNumberFormat.NATIONAL));
        }
    }
}
JAVA
java -cp "$dir/*" Try.java | tee seen
cat >want <<'TXT'
013800000001 valid true type MOBILE 138 0000 0001
024-12345 valid true type FIXED_LINE 024 12345
0415-12345 valid false type UNKNOWN 041 512345
8890000 valid false type UNKNOWN 889 0000
TXT
diff want seen && echo "as described"
