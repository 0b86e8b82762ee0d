#!/bin/bash
# A copy of the database as of one moment, and of the uploaded files, while everybody works:  docker/backup.sh FOLDER
# Keys, the root secret and the ledger's pin are not in it: they are kept elsewhere and by somebody else.
#
# MINSHENG_BACKUP_SEAL    what encrypts, from standard input to standard output, e.g. "age -r age1…"; without it nothing does
# MINSHENG_DATABASE_RUN   without containers: a program that runs mysqldump and mysql, named after it, as an administrator
# MINSHENG_EVIDENCE_FOLDER  without containers: the folder of the uploaded files
set -euo pipefail
umask 077

[ $# = 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
backup=$(realpath -m "$1")/$(date -u +%Y%m%dT%H%M%SZ)
cd "$(dirname "$0")"
. ./places.sh

work=$backup.partial
mkdir -p "$work"

# what it goes back to at least; somebody may hold a newer one
database mysql -N -r minsheng <<< 'select note from ledger_checkpoint order by size desc limit 1' > "$work/checkpoint.txt"
# one snapshot for all tables; where it stands in the binary log is a comment at its head
database mysqldump --single-transaction --quick --source-data=2 --set-gtid-purged=OFF --hex-blob --routines --events --no-tablespaces \
  --default-character-set=utf8mb4 --databases minsheng | gzip | seal > "$work/database.sql.gz"
# Afterwards, so that every row of the snapshot finds its file: they are named by their content and never change
files tar -cf - . | seal > "$work/evidence.tar"
(cd "$work" && sha256sum database.sql.gz evidence.tar checkpoint.txt > SHA256SUMS)
mv "$work" "$backup"
echo "$backup"
