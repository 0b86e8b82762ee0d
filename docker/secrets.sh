#!/bin/bash
# Makes the secrets and certificates that compose.yaml names, once:  sudo docker/secrets.sh [folder]
# With new certificates of the same authority, before theirs end:    sudo docker/secrets.sh --renew [folder]
# Compose mounts files as they are, so each belongs to the one container's user that reads it, and only root can give it away.
set -euo pipefail
umask 077

application=10001 database=999 proxy=0
renew=
if [ "${1:-}" = --renew ]; then renew=1; shift; fi
folder=${1:-$(dirname "$0")/secrets}
[ "$(id -u)" = 0 ] || { echo "Run this as root: the files are given to the containers' users." >&2; exit 1; }

# What is public: everybody reads it.
publish() { chmod 0444 "$@"; }

# What is secret: its reader alone.
give() {
  local reader=$1
  shift
  chown "$reader:$reader" "$@"
  chmod 0400 "$@"
}

authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 7300 -subj '/CN=minsheng inner authority' \
    -keyout inner-ca-key.pem -out inner-ca.pem -config <(
      printf '[req]\ndistinguished_name=dn\nx509_extensions=ca\n[dn]\n[ca]\n'
      printf 'basicConstraints=critical,CA:true,pathlen:0\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n'
    ) 2> /dev/null
  publish inner-ca.pem
  # no container reads it; once the certificates are made it can be kept elsewhere
  give 0 inner-ca-key.pem
}

# a certificate for one name; written into the old files, which containers have mounted
certificate() {
  local name=$1 host=$2 reader=$3
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$host" -keyout "$name-tls-key.pem" \
    -config <(printf '[req]\ndistinguished_name=dn\n[dn]\n') 2> /dev/null |
    openssl x509 -req -days 825 -CA inner-ca.pem -CAkey inner-ca-key.pem -out "$name.pem" -extfile <(
      printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth\n' "$host"
      printf 'basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\n'
    ) 2> /dev/null
  publish "$name.pem"
  give "$reader" "$name-tls-key.pem"
}

# Connector/J reads no PEM. The password is no secret: there are only certificates in it.
truststore() {
  local import=(-importcert -noprompt -alias inner -file inner-ca.pem -keystore inner-ca.p12 -storetype PKCS12 -storepass changeit)
  if command -v keytool > /dev/null; then
    keytool "${import[@]}" 2> /dev/null
  else
    docker run --rm -v "$PWD:/here" -w /here eclipse-temurin:25-jre keytool "${import[@]}"
  fi
  publish inner-ca.p12
}

if [ -z "$renew" ]; then
  [ ! -e "$folder" ] || { echo "$folder exists already; nothing was changed." >&2; exit 1; }
  mkdir "$folder"
  # who may not list it still reaches a file that is theirs
  chmod 0711 "$folder"
fi
cd "$folder"

if [ -z "$renew" ]; then
  for name in root_password app_password migrate_password secret; do openssl rand -hex 32 | tr -d '\n' > "$name"; done
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out token-key.pem 2> /dev/null
  openssl genpkey -algorithm ED25519 -out ledger-key.pem
  printf 'quarkus.datasource.password=%s\nminsheng.migration.password=%s\n' \
    "$(cat app_password)" "$(cat migrate_password)" > database.properties
  give $database root_password app_password migrate_password
  give $application secret token-key.pem ledger-key.pem database.properties
  authority
  truststore
fi
certificate database database $database
certificate ledger ledger $application
# until the one that the outside trusts is put into its place
if [ -z "$renew" ]; then certificate proxy localhost $proxy; fi
