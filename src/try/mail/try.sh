#!/usr/bin/env bash
# Five cases of a mailbox between a platform of its own, dovecot as the mailbox and aiosmtpd as the server that takes answers (Debian, as root).
# usage: try.sh COMMAND: COMMAND starts the platform (COMMAND run)
set -euo pipefail
run=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../shared/platform.sh"
need node curl
[[ $(id -u) -eq 0 ]] || die "dovecot 要 root。dovecot needs root."
if ! command -v dovecot >/dev/null || ! /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; then
  say "安装 installing dovecot-imapd, python3-aiosmtpd …"
  { apt-get update -q && apt-get install -y -q --no-install-recommends dovecot-imapd python3-aiosmtpd; } >/dev/null 2>&1
fi
imap=8793 smtp=8794
export TRY_DOVECOT=$work/dovecot.conf TRY_SENT=$work/sent
export SHOUWEN_MAILBOX_HOST=127.0.0.1 SHOUWEN_MAILBOX_PORT=$imap SHOUWEN_MAILBOX_SECURITY=none SHOUWEN_MAILBOX_USER=hotline SHOUWEN_MAILBOX_PASSWORD=secret
export SHOUWEN_MAIL_HOST=127.0.0.1 SHOUWEN_MAIL_PORT=$smtp SHOUWEN_MAIL_SECURITY=none SHOUWEN_MAIL_FROM=hotline@city.invalid
chmod 755 "$work" # dovecot reads letters as nobody
mkdir -p "$work/mail" "$work/dovecot"
chown nobody:nogroup "$work/mail"
sed -e "s|WORK|$work|" -e "s/IMAP_PORT/$imap/" "$here/dovecot.conf" >"$TRY_DOVECOT"
dovecot -F -c "$TRY_DOVECOT" &
pids+=($!)
/usr/bin/python3 -m aiosmtpd -n -l 127.0.0.1:$smtp -c aiosmtpd.handlers.Mailbox "$TRY_SENT" >/dev/null 2>&1 &
pids+=($!)
say "启动平台 starting the platform …"
platform
up
node "$here/cases.mjs" || die "有情形不符 a case went otherwise:"
rm -rf "$work"
