#!/usr/bin/env bash
# Five cases of a short message gateway (submit, long, report, incoming, opt-out) between a platform of its own and programs of other people:
# npm's smpp as the message centre, and kannel with its false centre where it is installed.
# usage: try.sh COMMAND: COMMAND starts the platform (COMMAND run) and makes tokens (COMMAND token NAME ROLE)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../shared/platform.sh"
need node npm curl
export TRY_NODE_MODULES=$work/node_modules TRY_GATEWAY_PORT=8797 SHOUWEN_SMS_NUMBER=10690012345 SHOUWEN_SMS_INBOUND_TOKEN=try-secret
say "安装 installing smpp 0.5.1 …"
(cd "$work" && npm install --no-save --silent --no-audit --no-fund --ignore-scripts smpp@0.5.1) || die "npm 没有装成 npm could not install:"

failed=
cases() { node "$here/cases.mjs" "$1" || failed=1; }
stop() { kill "$product"; wait "$product" 2>/dev/null || true; }

say "启动平台 starting the platform …"
SHOUWEN_SMPP_HOST=127.0.0.1 SHOUWEN_SMPP_PORT=$TRY_GATEWAY_PORT SHOUWEN_SMPP_SYSTEM_ID=try SHOUWEN_SMPP_PASSWORD=try platform
up
TRY_TOKEN=$(token AGENT)
export TRY_TOKEN
[[ -n $TRY_TOKEN ]] || die "没有令牌 no token:"
cases smpp
stop

TRY_FAKESMSC=/usr/lib/kannel/test/fakesmsc
if command -v bearerbox >/dev/null && [[ -x $TRY_FAKESMSC ]]; then
  export TRY_FAKESMSC TRY_SMSC_PORT=13992 TRY_SENDSMS=http://127.0.0.1:13993/cgi-bin/sendsms
  sed -e "s/SMSC_PORT/13992/" -e "s/SENDSMS_PORT/13993/" -e "s|WORK|$work|" -e "s|BASE|$TRY_BASE|" -e "s/TOKEN/$SHOUWEN_SMS_INBOUND_TOKEN/" "$here/kannel.conf" >"$work/kannel.conf"
  SHOUWEN_SMS_URL=http://127.0.0.1:$TRY_GATEWAY_PORT/ platform
  bearerbox -v 4 "$work/kannel.conf" >/dev/null 2>&1 &
  pids+=($!)
  sleep 2
  smsbox -v 4 "$work/kannel.conf" >/dev/null 2>&1 &
  pids+=($!)
  up
  cases kannel
else
  say "没有 kannel，略过：Debian 上安装 kannel、kannel-extras。No kannel, passed over: on Debian install kannel and kannel-extras."
fi
[[ -z $failed ]] || die "有情形不符 a case went otherwise:"
rm -rf "$work"
