#!/usr/bin/env bash
# A clerk at the counter, and a machine that gives out queue numbers: a server of Node's, which answers, breaks and falls silent.
# usage: try.sh COMMAND: COMMAND starts the platform (COMMAND run)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../shared/platform.sh"
need node curl
export TRY_MACHINE_PORT=8797 SHOUWEN_COUNTER_QUEUE_URL=http://127.0.0.1:8797/tickets
say "启动平台 starting the platform …"
platform
up
node "$here/cases.mjs" || die "有情形不符 a case went otherwise:"
rm -rf "$work"
