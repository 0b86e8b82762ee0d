#!/usr/bin/env bash
# No engine is at hand here: the files are read by compose itself and by linters, no image is built.
set -euo pipefail
cd "$(dirname "$0")/.."

home=${TMPDIR:-/tmp}/minsheng-compose
compose=$home/docker-compose

# compose as Debian sid has it: a single program, unpacked beside the system
fetch() {
  local uri
  uri=$(cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2> /dev/null |
    awk '/^URIs:/ { print $2 } /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /:\//) print $i }' |
    grep -v security | head -n 1) || true
  mkdir -p "$home"/lists/partial "$home"/archives/partial
  : > "$home/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri sid main" > "$home/sources.list"
  cat > "$home/apt.conf" << CONF
Dir::Etc::sourcelist "$home/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$home";
Dir::State::status "$home/status";
Dir::Cache "$home";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
  export APT_CONFIG=$home/apt.conf
  apt-get -qq update
  (cd "$home" && apt-get -qq download docker-compose && dpkg-deb -x docker-compose_*.deb unpacked)
  ln -s unpacked/usr/libexec/docker/cli-plugins/docker-compose "$compose"
}

[ -x "$compose" ] || fetch
"$compose" -f docker/compose.yaml config --quiet
(cd .ci/contract &&
  npx --no-install dclint ../../docker/compose.yaml &&
  npx --no-install dockerfile-utils lint ../../docker/Dockerfile)
for script in docker/users.sh docker/secrets.sh docker/healthy; do bash -n "$script"; done
