#!/usr/bin/env bash
# Six cases of a WeChat official account in safe mode between a platform of its own and Node's cryptography as the other side.
# usage: try.sh COMMAND: COMMAND starts the platform (COMMAND run) and makes tokens (COMMAND token NAME ROLE)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../shared/platform.sh"
need node curl openssl
export TRY_API_PORT=8798 SHOUWEN_WECHAT_TOKEN=try SHOUWEN_WECHAT_APP_ID=wxtry SHOUWEN_WECHAT_SECRET=try SHOUWEN_WECHAT_API_HOST=http://127.0.0.1:8798
SHOUWEN_WECHAT_AES_KEY=$(openssl rand -base64 32 | cut -c1-43)
export SHOUWEN_WECHAT_AES_KEY
say "启动平台 starting the platform …"
platform
up
node "$here/cases.mjs" || die "有情形不符 a case went otherwise:"
rm -rf "$work"
