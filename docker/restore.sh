#!/bin/bash
# Puts a backup in the place of what is there:  docker/restore.sh [--replace] FOLDER/TIME
# The application has to be stopped. Afterwards it says itself whether what it finds is older than what it has already signed.
#
# --replace               throw the database away that is there
# MINSHENG_BACKUP_OPEN    what decrypts, from standard input to standard output, e.g. "age -d -i key.txt"
# MINSHENG_DATABASE_RUN, MINSHENG_EVIDENCE_FOLDER   without containers, as for backup.sh
set -euo pipefail
umask 077

replace=
if [ "${1:-}" = --replace ]; then replace=1; shift; fi
[ $# = 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
backup=$(realpath "$1")
cd "$(dirname "$0")"
. ./places.sh

(cd "$backup" && sha256sum --quiet -c SHA256SUMS)
# a dump that broke off ends otherwise
unseal < "$backup/database.sql.gz" | gzip -dc | tail -n 1 | grep -q '^-- Dump completed' ||
  { echo "The dump is not whole; nothing was changed." >&2; exit 1; }
[ -n "$replace" ] ||
  [ "$(database mysql -N <<< "select count(*) from information_schema.tables where table_schema = 'minsheng'")" = 0 ] ||
  { echo "There is a database already; nothing was changed. --replace throws it away." >&2; exit 1; }

stopped
database mysql <<< 'drop database if exists minsheng'
unseal < "$backup/database.sql.gz" | gzip -dc | database mysql --default-character-set=utf8mb4
unseal < "$backup/evidence.tar" | files tar -xf -
echo "Restored up to this checkpoint or a later one:"
cat "$backup/checkpoint.txt"
