# Where database and files are, for backup.sh and restore.sh.
# shellcheck shell=bash
compose=(docker compose -f compose.yaml)

database() {
  if [ -n "${MINSHENG_DATABASE_RUN:-}" ]; then
    "$MINSHENG_DATABASE_RUN" "$@"
  else
    # shellcheck disable=SC2016
    "${compose[@]}" exec -T database bash -c 'MYSQL_PWD=$(< /run/secrets/root_password) exec "$@" -uroot' - "$@"
  fi
}

# in the folder of the uploaded files
files() {
  if [ -n "${MINSHENG_EVIDENCE_FOLDER:-}" ]; then
    (mkdir -p "$MINSHENG_EVIDENCE_FOLDER" && cd "$MINSHENG_EVIDENCE_FOLDER" && "$@")
  else
    # the application may be down, and this is an image that is there and knows tar
    docker run --rm -i --network none -u 10001:10001 -v minsheng-ledger_evidence:/evidence -w /evidence --entrypoint "$1" nginx:1.28 "${@:2}"
  fi
}

stopped() {
  if [ -z "${MINSHENG_DATABASE_RUN:-}" ]; then "${compose[@]}" stop proxy ledger; fi
}

seal() { bash -c "${MINSHENG_BACKUP_SEAL:-cat}"; }
unseal() { bash -c "${MINSHENG_BACKUP_OPEN:-cat}"; }
