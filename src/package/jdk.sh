# Read by ./shouwen: a JDK from its vendor's signed package repository. What it leaves is one source and one key, both named
# shouwen-jdk; where the signature or the key is not the one that jdk.env names, neither stays.
. src/package/jdk.env
if [[ -r /etc/shouwen/jdk.env ]]; then . /etc/shouwen/jdk.env; fi
JDK_SOURCE=/etc/apt/sources.list.d/shouwen-jdk.sources
JDK_KEYRING=/usr/share/keyrings/shouwen-jdk.asc

codename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"); }

jdk_source() {
  printf '%s\n' "Types: deb" "URIs: $JDK_REPOSITORY" "Suites: $(codename)" "Components: main" "Signed-By: $JDK_KEYRING"
}

# Fingerprints of the keys in a file, one a line; more than one key is none that can be trusted.
fingerprints() {
  local home
  home=$(mktemp -d)
  gpg --homedir "$home" --batch --quiet --with-colons --show-keys "$1" 2>/dev/null |
    awk -F: '$1 == "pub" { key = 1 } $1 == "fpr" && key { print $10; key = 0 }'
  rm -rf "$home"
}

# 0: the JDK is there; else the last line says why not, and nothing of it is left.
bring_jdk() {
  local draft log
  draft=$(mktemp -d)
  log=$draft/log
  if bring_jdk_to "$draft" >"$log" 2>&1; then
    rm -rf "$draft"
    return 0
  fi
  say "没有取得 JDK：The JDK could not be brought: $(grep -E '^(E:|W:|shouwen:)' "$log" | grep -v unsandboxed | head -n 3)"
  rm -rf "$draft" "$JDK_SOURCE" "$JDK_KEYRING"
  return 1
}

bring_jdk_to() {
  local draft=$1 missing=()
  local patient=(-o DPkg::Lock::Timeout=300) # another apt may be at work
  command -v gpg >/dev/null || missing+=(gpg)
  if [[ $JDK_REPOSITORY == https:* && ! -s /etc/ssl/certs/ca-certificates.crt ]]; then missing+=(ca-certificates); fi
  if [[ ${#missing[@]} -gt 0 ]]; then
    apt-get "${patient[@]}" update -q && apt-get "${patient[@]}" install -y -q --no-install-recommends "${missing[@]}" || return 1
  fi
  chmod 0755 "$draft"
  /usr/lib/apt/apt-helper download-file "$JDK_KEY" "$draft/key" || return 1
  if [[ $(fingerprints "$draft/key") != "$JDK_FINGERPRINT" ]]; then
    echo "shouwen: $JDK_KEY 不是指纹为 $JDK_FINGERPRINT 的密钥 is not the key with this fingerprint"
    return 1
  fi
  install -m 0644 "$draft/key" "$JDK_KEYRING" && jdk_source >"$JDK_SOURCE" || return 1
  apt-get "${patient[@]}" update -q -o Dir::Etc::sourcelist="$JDK_SOURCE" -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0 \
    -o APT::Update::Error-Mode=any || return 1
  DEBIAN_FRONTEND=noninteractive apt-get "${patient[@]}" install -y -q --no-install-recommends "$JDK_PACKAGE"
}

# The exact commands for this system, for whoever may run them.
jdk_commands() {
  if command -v apt-get >/dev/null; then
    printf '%s\n' "sudo apt-get update && sudo apt-get install -y wget gpg ca-certificates" \
      "wget -qO - $JDK_KEY | sudo tee $JDK_KEYRING >/dev/null" \
      "gpg --show-keys --with-fingerprint $JDK_KEYRING   # $JDK_FINGERPRINT" \
      "printf '%s\\n' $(jdk_source | sed "s/.*/'&'/" | tr '\n' ' ')| sudo tee $JDK_SOURCE" \
      "sudo apt-get update && sudo apt-get install -y $JDK_PACKAGE"
  elif command -v dnf >/dev/null; then
    printf '%s\n' "printf '%s\\n' '[adoptium]' 'name=Adoptium' 'baseurl=$JDK_RPM/\$(. /etc/os-release; echo \$ID)/\$releasever/\$basearch' 'gpgcheck=1' 'gpgkey=$JDK_KEY' | sudo tee /etc/yum.repos.d/adoptium.repo" \
      "sudo dnf install -y $JDK_PACKAGE"
  else
    printf '%s\n' "https://adoptium.net/temurin/releases/?version=25 → JAVA_HOME=…/jdk-25 ./shouwen run"
  fi >&2
}
