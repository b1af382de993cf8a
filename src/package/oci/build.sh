#!/usr/bin/env bash
# build.sh BUNDLE DIR VERSION ARCH: an OCI image in DIR as one archive, from a bundle with its Java and a Debian root, without
# a running engine and as an ordinary user. SHOUWEN_OCI_ROOT names a root file system as a tar, else mmdebstrap makes one from
# SHOUWEN_OCI_MIRROR (else Debian's own). The same bundle, the same root and the same SOURCE_DATE_EPOCH give the same bytes.
set -euo pipefail
bundle=$1 out=$2 version=$3 arch=$4
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
die() { echo "$*" >&2; exit 1; }
command -v umoci >/dev/null || die "没有找到 umoci：apt install umoci。No umoci found."
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null)} ||
  die "请设定 SOURCE_DATE_EPOCH。Outside a clone: set SOURCE_DATE_EPOCH."
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packed=(tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu)
created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)

root=${SHOUWEN_OCI_ROOT:-}
if [[ -z $root ]]; then
  command -v mmdebstrap >/dev/null || die "没有找到 mmdebstrap：apt install mmdebstrap。No mmdebstrap found."
  root=$work/root.tar
  # a typeface for the charts of briefs; no documentation, and nothing that tells when or where it was made
  mmdebstrap --quiet --variant=minbase --architectures="$arch" --include=ca-certificates,fontconfig,fonts-wqy-microhei \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='rm -rf "$1"/var/cache/* "$1"/var/log/* "$1"/var/lib/apt/lists/* "$1"/etc/machine-id "$1"/etc/hostname' \
    --customize-hook='echo "shouwen:x:8890:8890::/var/lib/shouwen:/usr/sbin/nologin" >>"$1/etc/passwd"' \
    --customize-hook='echo "shouwen:x:8890:" >>"$1/etc/group"' \
    "${SHOUWEN_OCI_SUITE:-bookworm}" "$root" ${SHOUWEN_OCI_MIRROR:-} >&2
fi

mkdir -p "$work/app/opt" "$work/app/var/lib"
tar -xzf "$bundle" -C "$work/app/opt"
mv "$work/app/opt"/shouwen-* "$work/app/opt/shouwen"
[[ -x $work/app/opt/shouwen/java/bin/java ]] || die "$bundle 不含 Java：映像需要它 it has no Java, which an image needs"
"${packed[@]}" -C "$work/app" -cf "$work/app.tar" opt
install -d -m 0700 "$work/data/var/lib/shouwen"
tar --mtime="@$SOURCE_DATE_EPOCH" --owner=8890 --group=8890 --numeric-owner --format=gnu -C "$work/data" -cf "$work/data.tar" var/lib/shouwen

image=$work/image:$version
umoci init --layout "$work/image"
umoci new --image "$image"
add() { umoci raw add-layer --image "$image" --history.created "$created" --history.created_by "$2" "$1"; }
add "$root" "Debian"
add "$work/app.tar" "shouwen $version"
add "$work/data.tar" "data"
umoci config --image "$image" --no-history --created "$created" --os linux --architecture "$arch" --author Shouwen \
  --config.user 8890:8890 --config.workingdir /var/lib/shouwen --config.volume /var/lib/shouwen --config.exposedports 8890/tcp \
  --config.env LANG=C.UTF-8 --config.env SHOUWEN_HOME=/var/lib/shouwen --config.env SHOUWEN_ADDRESS=0.0.0.0 \
  --config.entrypoint /opt/shouwen/shouwen --config.cmd run --config.stopsignal SIGTERM \
  --config.label org.opencontainers.image.title=shouwen --config.label "org.opencontainers.image.version=$version" \
  --config.label org.opencontainers.image.licenses=Apache-2.0
umoci gc --layout "$work/image"
mkdir -p "$out"
"${packed[@]}" -C "$work/image" -cf "$work/image.tar" .
mv "$work/image.tar" "$out/shouwen-$version-linux-$arch.oci.tar"
# the bill of materials beside the image; it lies in it as /opt/shouwen/shouwen.cdx.json
install -m 0644 "$work/app/opt/shouwen/shouwen.cdx.json" "$out/shouwen-$version.cdx.json"
echo "$out/shouwen-$version-linux-$arch.oci.tar"
