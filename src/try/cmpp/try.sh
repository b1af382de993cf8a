#!/usr/bin/env bash
# CMPP 2.0 and 3.0 between a platform of its own and the gateway side of sms-core, in a process of its own: the five cases of a short message
# gateway, then what gateways do to those who trust them.
# usage: try.sh COMMAND: COMMAND starts the platform (COMMAND run) and makes tokens (COMMAND token NAME ROLE)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../shared/platform.sh"
need node mvn curl
say "取得 fetching sms-core 2.1.13.5 …"
cp "$here/pom.xml" "$work/pom.xml"
(cd "$work" && mvn -B -ntp -q dependency:copy-dependencies -DoutputDirectory=gateway) >"$work/mvn.log" 2>&1 || die "Maven 没有取到 Maven could not fetch it:"
export TRY_GATEWAY_LIB=$work/gateway TRY_GATEWAY_PORT=8796 SHOUWEN_SMS_NUMBER=10690012345
export SHOUWEN_CMPP_HOST=127.0.0.1 SHOUWEN_CMPP_PORT=$TRY_GATEWAY_PORT SHOUWEN_CMPP_SOURCE=901234 SHOUWEN_CMPP_SERVICE=try
failed=
stop() { kill "$product"; wait "$product" 2>/dev/null || true; }

for edition in 2.0 3.0; do
  say "启动平台 starting the platform (CMPP $edition) …"
  SHOUWEN_CMPP_VERSION=$edition SHOUWEN_CMPP_SECRET=try-secret platform
  up
  TRY_TOKEN=${TRY_TOKEN:-$(token AGENT)}
  export TRY_TOKEN
  [[ -n $TRY_TOKEN ]] || die "没有令牌 no token:"
  TRY_EDITION=$edition node "$here/../sms/cases.mjs" cmpp || failed=1
  TRY_EDITION=$edition node "$here/cases.mjs" || failed=1
  stop
done
say "错误的密码 a wrong secret …"
java -cp "$TRY_GATEWAY_LIB/*" "$here/Gateway.java" "$TRY_GATEWAY_PORT" 48 < <(sleep 600) >"$work/gateway.log" 2>/dev/null &
pids+=($!)
until grep -q ready "$work/gateway.log"; do sleep 1; done
SHOUWEN_CMPP_VERSION=3.0 SHOUWEN_CMPP_SECRET=wrong platform
up
for ((n = 0; n < 30; n++)); do grep -q 'lets us not in, status' "$work/run.log" && break; sleep 1; done
grep -o 'lets us not in, status.*' "$work/run.log" || failed=1
stop
[[ -z $failed ]] || die "有情形不符 a case went otherwise:"
rm -rf "$work"
