#!/usr/bin/env bash
# An agent at a real telephone: baresip without a screen or a sound card, whose calls are lifted after two seconds.
# usage: agent.sh FOLDER PORT CONTROL — FOLDER receives its settings and telephone.log, with a line for each event: type and
# call; PORT + 1 is taken too, baresip listens there for TLS
set -euo pipefail
folder=$1 port=$2 control=$3
mkdir -p "$folder"

# silence of 60 s at 8 kHz: baresip ends a call at the end of what it plays
{
  printf 'RIFF\x24\xa6\x0e\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data\x00\xa6\x0e\x00'
  head -c 960000 /dev/zero
} >"$folder/silence.wav"
modules=$(dpkg -L baresip-core | sed -n 's/\/ctrl_tcp\.so$//p')
cat >"$folder/config" <<CONFIG
sip_listen 127.0.0.1:$port
sip_verify_server no
call_max_calls 8
audio_source aufile,$folder/silence.wav
audio_player aufile,$folder/heard.wav
audio_alert aufile,$folder/rung.wav
rtp_timeout 0
module_path $modules
module g711.so
module aufile.so
module account.so
module menu.so
module ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:$control
CONFIG
echo "<sip:8001@127.0.0.1:$port>;regint=0;answermode=manual;audio_codecs=PCMA" >"$folder/accounts"
: >"$folder/contacts"

lift() {
  local command='{"command":"accept"}'
  sleep 2
  printf '%d:%s,' ${#command} "$command" >&3
}

# what it says comes as netstrings: length, colon, text, comma; ends when baresip does
events() {
  local n length text type call
  for ((n = 0; n < 50; n++)); do
    { exec 3<>/dev/tcp/127.0.0.1/"$control"; } 2>/dev/null && break
    sleep 0.1
  done
  while IFS= read -r -d : length <&3 && IFS= LC_ALL=C read -r -N $((length + 1)) text <&3; do
    type=$(sed -n 's/.*"type":"\([A-Z_]*\)".*/\1/p' <<<"$text")
    call=$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' <<<"$text")
    [[ -z $type ]] || { echo "$type $call" >>"$folder/telephone.log"; } 2>/dev/null || break
    if [[ $type == CALL_INCOMING ]]; then lift & fi
  done
}

events &
exec baresip -f "$folder" >"$folder/baresip.log" 2>&1
