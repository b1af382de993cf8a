#!/usr/bin/env bash
# build.sh APP DIR VERSION: a Debian package in DIR from APP, a folder with shouwen.jar and lib/. The same files and the same
# SOURCE_DATE_EPOCH (seconds; else the last commit's time) give the same bytes. Prints the package's path.
set -euo pipefail
app=$1 out=$2 version=$3
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
docs=$here/../../../docs
source "$here/../docs.sh"
command -v dpkg-deb >/dev/null || { echo "没有找到 dpkg-deb：在 Debian 或 Ubuntu 上制作。No dpkg-deb found: build on Debian or Ubuntu." >&2; exit 1; }
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null)} ||
  { echo "请设定 SOURCE_DATE_EPOCH。Outside a clone: set SOURCE_DATE_EPOCH." >&2; exit 1; }
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
umask 022
chmod 0755 "$root"
mkdir -p "$root"/{DEBIAN,usr/bin,usr/lib/shouwen/lib,usr/lib/systemd/system,usr/share/doc/shouwen,etc/shouwen}
install -m 0644 "$app/shouwen.jar" "$root/usr/lib/shouwen/"
install -m 0644 "$app"/lib/*.jar "$root/usr/lib/shouwen/lib/"
install -m 0755 "$here/shouwen" "$root/usr/bin/shouwen"
install -m 0644 "$here/../start.sh" "$root/usr/lib/shouwen/start.sh"
install -m 0644 "$here/shouwen.env" "$root/etc/shouwen/"
install -m 0644 "$docs"/operations/shouwen{.service,-backup.service,-backup.timer} "$root/usr/lib/systemd/system/"
install -m 0644 "$here/../../../LICENSE" "$root/usr/share/doc/shouwen/"
docs_into "$docs" "$root/usr/share/doc/shouwen"
bom=META-INF/sbom/application.cdx.json
(cd "$root" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" --extract --file usr/lib/shouwen/shouwen.jar "$bom")
[[ -f $root/$bom ]] || { echo "没有物料清单 no bill of materials in $app/shouwen.jar" >&2; exit 1; }
install -m 0644 "$root/$bom" "$root/usr/share/doc/shouwen/shouwen.cdx.json"
rm -r "$root/META-INF"

# sizes by content, as file systems count folders differently
size=$(find "$root/usr" "$root/etc" -type f -printf '%s\n' | awk '{ s += int(($1 + 1023) / 1024) } END { print s }')
sed "s/@VERSION@/$version/; s/@SIZE@/$size/" "$here/control" >"$root/DEBIAN/control"
install -m 0644 "$here/conffiles" "$root/DEBIAN/conffiles"
install -m 0755 "$here/postinst" "$here/prerm" "$root/DEBIAN/"
(cd "$root" && find usr etc -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$out"
# the jars are packed already: gzip costs little, and its bytes do not depend on the number of processors
dpkg-deb --root-owner-group -Zgzip --build "$root" "$out/shouwen_${version}_all.deb" >&2
echo "$out/shouwen_${version}_all.deb"
