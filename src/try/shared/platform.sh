# For scripts beside it: a platform of its own in a folder of its own, and its end. Sets work, port; the caller has set run.
work=$(mktemp -d)
port=${SHOUWEN_PORT:-8899}
export SHOUWEN_HOME=$work/home SHOUWEN_PORT=$port TRY_BASE=http://127.0.0.1:$port
export TRY_CLASSPATH=${TRY_CLASSPATH:-$PWD/target/app/shouwen.jar:$PWD/target/app/lib/*}
pids=()

say() { printf '%s\n' "$*" >&2; }
die() { say "$@" "$work"; exit 1; }

finish() {
  local p
  local n
  for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
  for ((n = 0; n < 30; n++)); do
    kill -0 "${pids[@]}" 2>/dev/null || break
    sleep 1
  done
  for p in "${pids[@]}"; do kill -9 "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
}
trap finish EXIT

need() { # program …
  local tool
  for tool in "$@"; do command -v "$tool" >/dev/null || { say "没有 $tool。No $tool."; exit 1; }; done
}

platform() {
  if (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; then die "端口 $port 已被占用，请用 SHOUWEN_PORT 另选。Port $port is taken: choose another by SHOUWEN_PORT."; fi
  "$run" run >>"$work/run.log" 2>&1 &
  product=$!
  pids+=("$product")
}

up() {
  local n
  for ((n = 0; n < 240; n++)); do
    curl -fs -o /dev/null "$TRY_BASE/sign-in" && return
    kill -0 "$product" 2>/dev/null || die "平台停了 the platform ended:"
    sleep 1
  done
  die "平台没有起来 the platform did not come up:"
}

token() { # role → a token
  "$run" token "try-${1,,}" "$1" 2>/dev/null | grep -o 'swt_[A-Za-z0-9_-]*' | head -n 1
}
