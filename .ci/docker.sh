#!/usr/bin/env bash
# No engine is at hand here: the files are read by compose itself and by linters, no image is built. The secrets are made and
# held against what the files promise, and a real nginx is told apart a right and a wrong certificate behind it.
set -euo pipefail
cd "$(dirname "$0")/.."

home=${TMPDIR:-/tmp}/minsheng-compose
compose=$home/docker-compose
nginx=$home/nginx/usr/sbin/nginx
secrets=$(mktemp -d)/secrets
running=()
trap 'kill "${running[@]}" 2> /dev/null; rm -rf "${secrets%/secrets}"' EXIT

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

# nginx as this machine's own Debian has it, unpacked and not installed: no service is started
fetch_nginx() {
  apt-get -qq update
  mkdir -p "$home/nginx"
  (cd "$home/nginx" && apt-get -qq download nginx && dpkg-deb -x nginx_*.deb .)
}

# a server of one line behind the proxy:  behind PORT CERTIFICATE KEY
behind() {
  openssl s_server -quiet -accept "127.0.0.1:$1" -cert "$2" -key "$3" -www > /dev/null 2>&1 &
  running+=($!)
  until (: < "/dev/tcp/127.0.0.1/$1") 2> /dev/null; do kill -0 $!; done
}

# what the proxy answers with that server behind it
through() {
  local at=$1 server=$2 work
  work=$(mktemp -d -p "${secrets%/secrets}")
  # what is older than its http2, and this machine's paths, ports and name service instead of the container's
  sed -e '/http2 on;/d' -e "s#/tmp/#$work/#" -e "s#/run/secrets/proxy_certificate#$secrets/proxy.pem#" \
    -e "s#/run/secrets/proxy_key#$secrets/proxy-tls-key.pem#" -e "s#/run/secrets/inner_ca#$secrets/inner-ca.pem#" \
    -e "s#listen 8443#listen 127.0.0.1:$at#" -e "s#server ledger:8443#server 127.0.0.1:$server#" \
    -e "s#^worker_processes auto#user $(id -un) $(id -gn);\nworker_processes 1#" -e "s#/dev/stderr#$work/error.log#" \
    docker/nginx.conf > "$work/nginx.conf"
  "$nginx" -q -t -p "$work" -c "$work/nginx.conf" 2> "$work/test.log" || { cat "$work/test.log" >&2; return 1; }
  "$nginx" -p "$work" -c "$work/nginx.conf" > /dev/null 2>&1
  curl -s -o /dev/null -w '%{http_code}' --cacert "$secrets/inner-ca.pem" --resolve "localhost:$at:127.0.0.1" \
    "https://localhost:$at/"
  kill "$(cat "$work/nginx.pid")"
}

[ -x "$compose" ] || fetch
"$compose" -f docker/compose.yaml config --quiet
docker/secrets.sh "$secrets"
docker/secrets.sh --renew "$secrets"
"$compose" -f docker/compose.yaml config --format json | node .ci/compose.mjs "$secrets"
(cd .ci/contract &&
  npx --no-install dclint ../../docker/compose.yaml &&
  npx --no-install dockerfile-utils lint ../../docker/Dockerfile)
for script in docker/*.sh docker/healthy; do bash -n "$script"; done
java @docker/jvm.options -Xms64m -Xmx64m -version 2> /dev/null

[ -x "$nginx" ] || fetch_nginx
behind 18444 "$secrets/ledger.pem" "$secrets/ledger-tls-key.pem"
behind 18446 "$secrets/database.pem" "$secrets/database-tls-key.pem"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=ledger -addext subjectAltName=DNS:ledger \
  -keyout "$secrets/stranger-key.pem" -out "$secrets/stranger.pem" 2> /dev/null
behind 18448 "$secrets/stranger.pem" "$secrets/stranger-key.pem"
[ "$(through 18443 18444)" = 200 ]
# of our authority and for another name; for the right name and of another authority
[ "$(through 18445 18446)" = 502 ]
[ "$(through 18447 18448)" = 502 ]
