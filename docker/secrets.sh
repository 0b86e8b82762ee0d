#!/bin/bash
# Makes the secrets that compose.yaml names, once; readable by their owner and by the container's user only.
set -euo pipefail
cd "$(dirname "$0")"
[ ! -e secrets ] || { echo "docker/secrets exists already; nothing was changed." >&2; exit 1; }
mkdir secrets
cd secrets
for name in root_password app_password migrate_password secret; do openssl rand -hex 32 | tr -d '\n' > "$name"; done
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out token-key.pem 2> /dev/null
openssl genpkey -algorithm ED25519 -out ledger-key.pem
printf 'quarkus.datasource.password=%s\nminsheng.migration.password=%s\n' \
  "$(cat app_password)" "$(cat migrate_password)" > database.properties
# compose mounts these files as they are, and the application runs as 10001
chmod 0444 ./*
chmod 0711 .
