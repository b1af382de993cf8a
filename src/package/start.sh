# How the product's Java is started: by the script of a clone, the Debian package and the bundle alike. Sourced, in plain sh.
# start_shouwen JAVA_HOME JAR CLASSPATH CACHES WORD…
#   CACHES: a folder that may be written, for what makes later starts take half the time; a first run leaves it behind when
#   it stops. Its name tells the jar's time and size, so that a new version makes its own.
# SHOUWEN_HEAP: the most that the heap may grow to (352m); SHOUWEN_CACHE=none: no cache is kept.
start_shouwen() {
  _java=$1 _jar=$2 _classes=$3 _caches=$4
  shift 4
  _word=${1:-run}
  _cache=$_caches/start-$(stat -L -c %Y-%s "$_jar" 2>/dev/null || stat -L -f %m-%z "$_jar").aot
  # glibc would give each thread up to 64 MB of its own
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
  set -- -cp "$_classes" org.shouwen.Shouwen "$@"
  # a container whose root is read-only has no other place for what is forgotten at the end
  if ! [ -w /tmp ] && mkdir -p "$_caches/tmp" 2>/dev/null; then set -- "-Djava.io.tmpdir=$_caches/tmp" "$@"; fi
  if [ "${SHOUWEN_CACHE:-}" = none ]; then :
  elif [ -f "$_cache" ]; then set -- "-XX:AOTCache=$_cache" -Xlog:aot=off -Xlog:cds=off "$@"
  elif [ "$_word" = run ] && mkdir -p "$_caches" 2>/dev/null && [ -w "$_caches" ]; then
    rm -f "$_caches"/start-*.aot*
    set -- "-XX:AOTCacheOutput=$_cache" -Xlog:aot=off -Xlog:cds=off "$@"
  fi
  # the heap begins small and grows with what is kept, not with what the machine has
  exec "$_java/bin/java" -XX:+UseSerialGC -Xms64m -Xmx"${SHOUWEN_HEAP:-352m}" -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 \
    -XX:+UseCompactObjectHeaders -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=96m -XX:TieredStopAtLevel="${SHOUWEN_TIER:-4}" \
    -Dfile.encoding=UTF-8 -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED "$@"
}

# read_settings FILE: exports what a file of NAME=VALUE lines says, as systemd's EnvironmentFile reads it: # and ; begin comments,
# one pair of quotes around a value goes, the last of two lines holds. What is set already stays, and nothing is executed.
read_settings() {
  [ -e "$1" ] || return 0
  if ! [ -r "$1" ]; then
    echo "当前用户读不到设置 $1，未采用。The settings in $1 can't be read by this user and are left out." >&2
    return 0
  fi
  _names=' '
  while IFS= read -r _line || [ -n "$_line" ]; do
    _line=${_line#"${_line%%[![:space:]]*}"}
    case $_line in '#'* | ';'*) continue ;; *=*) ;; *) continue ;; esac
    _name=${_line%%=*} _value=${_line#*=}
    _name=${_name%"${_name##*[![:space:]]}"}
    # a name that is more than a name would be executed by eval
    case $_name in '' | [0-9]* | *[!ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_]*) continue ;; esac
    case $_names in *" $_name "*) ;; *) if eval "[ -n \"\${$_name+set}\" ]"; then continue; fi ;; esac
    _value=${_value#"${_value%%[![:space:]]*}"}
    _value=${_value%"${_value##*[![:space:]]}"}
    case $_value in
      \"*\") _value=${_value#?} && _value=$(printf '%s' "${_value%?}" | sed 's/\\\(["\\`$]\)/\1/g') ;;
      \'*\') _value=${_value#?} && _value=${_value%?} ;;
      *\\*) _value=$(printf '%s' "$_value" | sed 's/\\\(.\)/\1/g') ;;
    esac
    export "$_name=$_value"
    _names="$_names$_name "
  done <"$1"
}
