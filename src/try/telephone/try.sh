#!/usr/bin/env bash
# Thirty scripted calls in a minute, by sipp through kamailio, eleven of them lifted by baresip, against a platform of its
# own that is killed and started again while at least five calls are under way: no call is lost or doubled, and the
# figures equal the script's.
# usage: try.sh COMMAND — COMMAND starts the platform (COMMAND run) and makes tokens (COMMAND token NAME ROLE)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
work=$(mktemp -d)
sip=5966 answering=5971 silent=5972 lifted=5973 control=5975 port=${SHOUWEN_PORT:-8899}
export TRY_CLASSPATH=${TRY_CLASSPATH:-$PWD/target/app/shouwen.jar:$PWD/target/app/lib/*}
export SHOUWEN_HOME=$work/home SHOUWEN_PORT=$port SHOUWEN_TELEPHONE_SIP_FILE=$work/events.log
pids=()

say() { printf '%s\n' "$*" >&2; }
die() { say "$@" "$work"; exit 1; }

finish() {
  local p
  for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
}
trap finish EXIT

for tool in kamailio sipp baresip curl; do
  command -v $tool >/dev/null && continue
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null || die "没有 $tool：Debian 上安装 kamailio、sip-tester、baresip-core、curl。No $tool: on Debian install kamailio, sip-tester, baresip-core and curl."
  say "安装 installing kamailio, sip-tester, baresip-core, curl …"
  { apt-get update -q && apt-get install -y -q --no-install-recommends kamailio sip-tester baresip-core curl; } >/dev/null 2>&1
done

platform() {
  if (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; then die "端口 $port 已被占用，请用 SHOUWEN_PORT 另选。Port $port is taken: choose another by SHOUWEN_PORT."; fi
  "$run" run >>"$work/run.log" 2>&1 &
  product=$!
  pids+=("$product")
}

up() {
  local n
  for ((n = 0; n < 240; n++)); do
    curl -fs -o /dev/null "http://localhost:$port/sign-in" && return
    sleep 1
  done
  die "平台没有起来 the platform did not come up:"
}

telephone() { # scenario, port
  (cd "$work" && exec sipp -sf "$here/telephone-$1.xml" -i 127.0.0.1 -p "$2" -mi 127.0.0.1 -nostdin "127.0.0.1:$sip" >/dev/null 2>&1) &
  pids+=($!)
}

# sipp itself would allow one at once, and make who comes as another hangs up wait for the next turn: -l
citizens() { # scenario, how many, milliseconds between, number's beginning, port, port of sound, whom they call, how many at once
  { echo SEQUENTIAL; seq -f "$4%04g;" 1 "$2"; } >"$work/$4.csv"
  (cd "$work" && exec sipp -sf "$here/citizen-$1.xml" -inf "$work/$4.csv" -i 127.0.0.1 -p "$5" -mi 127.0.0.1 -mp "$6" \
    -s "$7" -m "$2" -l 10 -r "${8:-1}" -rp "$3" -nostdin "127.0.0.1:$sip" >/dev/null 2>&1) &
  callers+=($!)
}

waiting() { # how many: one after another, each until the proxy ends the wait
  (
    cd "$work"
    for ((i = 1; i <= $1; i++)); do
      printf 'SEQUENTIAL\n1380003%04d;\n' "$i" >waiting.csv
      sipp -sf "$here/citizen-waiting.xml" -inf waiting.csv -i 127.0.0.1 -p 5983 -mi 127.0.0.1 -mp 7030 -m 1 -nostdin \
        "127.0.0.1:$sip" >/dev/null 2>&1
      sleep 2
    done
  ) &
  callers+=($!)
}

calls() { # lines of the proxy: event and call
  sed -n 's/.*"event": *"\([a-z]*\)".*"call": *"\([^"]*\)".*/\1 \2/p' "$work/events.log"
}

under_way() { # calls that have begun and are not over
  calls | awk '{ if ($1 ~ /ringing|answered/) on[$2] = 1; else delete on[$2] } END { for (c in on) print c }'
}

kept() { # ids of the calls that the platform knows, as often as it has them
  echo "select string_agg(ref, ' ') from desk.call where source = 'sip'" |
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$TRY_CLASSPATH" "$here/../shared/Query.java" "$SHOUWEN_HOME" | tr ' ' '\n' | sort
}

figure() { # id → numerator/denominator
  curl -fs -H "Authorization: Bearer $token" "http://localhost:$port/api/v1/figures/values?figure=$1&from=$today&to=$today" |
    sed -n 's/.*"raw":{[^}]*"numerator":\([0-9]*\),"denominator":\([0-9]*\).*/\1\/\2/p'
}

say "启动平台 starting the platform …"
platform
up
token=$("$run" token try BUREAU 2>/dev/null | grep -o 'swt_[A-Za-z0-9_-]*' | head -n 1)
[[ -n $token ]] || die "没有令牌 no token:"
sed -e "s/SIP_PORT/$sip/" -e "s/ANSWERING_PORT/$answering/" -e "s/SILENT_PORT/$silent/" -e "s/LIFTED_PORT/$lifted/" \
  "$here/kamailio.cfg" >"$work/kamailio.cfg"
kamailio -f "$work/kamailio.cfg" -DD -E -m 32 -M 8 -n 1 -w "$work" >/dev/null 2>>"$work/events.log" &
pids+=($!)
telephone answering $answering
telephone silent $silent
"$here/agent.sh" "$work/baresip" $lifted $control &
pids+=($!)
sleep 2

say "30 通电话 thirty calls in a minute …"
callers=()
citizens answered 11 5000 1380001 5981 7010 lifted
citizens abandoned 8 7000 1380002 5982 7020 silent
waiting 6
sleep 18
citizens answered 5 1000 1380004 5984 7050 answered 5
for ((n = 0; n < 100; n++)); do
  open=$(under_way)
  [[ $(wc -w <<<"$open") -ge 5 ]] && break
  sleep 0.1
done
kill -9 "$product"
wait "$product" 2>/dev/null || true
say "杀掉平台并重新启动，进行中的电话 the platform is killed and started again, calls under way: $(wc -w <<<"$open")"
[[ $(wc -w <<<"$open") -ge 5 ]] || die "进行中的不足五通 fewer than five were under way:"
platform
for c in "${callers[@]}"; do wait "$c" || die "有电话没有按脚本进行 a call did not go as scripted:"; done
up
today=$(TZ=Asia/Shanghai date +%F)
for ((n = 0; n < 60; n++)); do
  [[ $(figure phone-offered) == 30/30 ]] && break
  sleep 1
done
failed=
while read -r id expected; do
  is=$(figure "$id")
  printf '%-24s %8s  脚本 script %8s %s\n' "$id" "$is" "$expected" "$([[ $is == "$expected" ]] && echo ✓ || echo ✗)"
  [[ $is == "$expected" ]] || failed=1
done <<'FIGURES'
phone-offered 30/30
phone-answered 16/30
phone-15s-answered 16/16
phone-15s-offered 16/30
phone-abandoned 8/30
phone-abandoned-short 8/30
phone-abandoned-long 0/30
phone-wait 32/16
phone-talk 48/16
phone-missed-returned 0/14
FIGURES
script=$(calls | cut -d' ' -f2 | sort -u)
known=$(kept)
lost=$(comm -23 <(echo "$script") <(sort -u <<<"$known") | grep -c . || true)
doubled=$(uniq -d <<<"$known" | grep -c . || true)
through=$(comm -12 <(sort <<<"$open") <(sort -u <<<"$known") | grep -c . || true)
printf '电话 calls %s，丢失 lost %s，重复 doubled %s；杀掉时进行中的 under way when killed %s，都在 of them known %s\n' \
  "$(wc -w <<<"$script")" "$lost" "$doubled" "$(wc -w <<<"$open")" "$through"
by_baresip=$(sort -u "$work/baresip/telephone.log" | sed -n 's/^CALL_ESTABLISHED //p' | comm -12 - <(sort -u <<<"$known") | wc -l)
printf '由 baresip 接听 lifted by baresip %s，脚本 script 11\n' "$by_baresip"
[[ $by_baresip -eq 11 ]] || failed=1
[[ $lost$doubled == 00 && $through -eq $(wc -w <<<"$open") ]] || failed=1
[[ -z $failed ]] || die "与脚本不符 not as the script has it:"
say "与脚本一致 as the script has it"
rm -rf "$work"
