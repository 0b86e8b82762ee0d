# Descriptor of a side-by-side harness (its targets/README.md): copy or link it to targets/minsheng.sh and say where we are,
#   MINSHENG_HOME=/path/to/checkout ./run.sh -s M minsheng p1-spring p3-vertx
# Our schema is our own: prepare fills it with as many rows of the same shape (fill.sql). What differs from the plain tables:
# an entry is unique by promise, unit and month, so repeated ones of the harness are history; O4 drafts into a programme of
# its own and a trigger frees its place, because the harness repeats its sequence; O7 is the NDJSON import, with the checks
# and the ledger record of every row; O8 sends all entries of the promise (120,000 at M), the others 100,000.
DESCRIPTION="Minsheng Ledger: Quarkus, Hibernate; status computed and explained, every write in the ledger"
PORT=8086
MINSHENG_HOME=${MINSHENG_HOME:-$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)}
OURS=${DB_NAME}_minsheng
KEYS=$WORK/minsheng
mkdir -p "$KEYS/evidence"
[ -s "$KEYS/secret" ] || openssl rand -hex 32 >"$KEYS/secret"
[ -s "$KEYS/ledger-key.pem" ] || openssl genpkey -algorithm ED25519 -out "$KEYS/ledger-key.pem"
[ -s "$KEYS/key.pem" ] || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$KEYS/key.pem" 2>/dev/null
export MINSHENG_HOME OURS KEYS JAVA=${JAVA25:-java}
export QUARKUS_DATASOURCE_JDBC_URL="jdbc:mysql://127.0.0.1:$DB_PORT/$OURS?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&connectTimeout=2000&socketTimeout=30000&rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSqlLimit=8192&prepStmtCacheSize=500&sslMode=DISABLED&allowPublicKeyRetrieval=true"
export QUARKUS_DATASOURCE_USERNAME=$DB_USER QUARKUS_DATASOURCE_PASSWORD=$DB_PASS QUARKUS_DATASOURCE_JDBC_MAX_SIZE=$POOL
export MINSHENG_SECRET_FILE=$KEYS/secret MINSHENG_TOKEN_KEY_FILE=$KEYS/key.pem MINSHENG_LEDGER_KEY_FILE=$KEYS/ledger-key.pem MINSHENG_EVIDENCE_FOLDER=$KEYS/evidence
# one client that measures is a flood to others
export MINSHENG_LIMITS_AT_ONCE_OF_ONE=1000 MINSHENG_LIMITS_PERSON=10000000 MINSHENG_LIMITS_SIGN_IN=100000 MINSHENG_SESSIONS_FACTOR_FOR=
START='$JAVA -Xmx512m -Dquarkus.http.port=$PORT -Dquarkus.http.host=127.0.0.1 -Dquarkus.management.port=9086 -Dquarkus.shutdown.delay=0S -jar $MINSHENG_HOME/target/quarkus-app/quarkus-run.jar'
READY=/docs/index.html

ours() { mariadb --no-defaults --protocol=socket -S "$WORK/db.sock" -u root -N "$OURS" "$@"; }
prepare() {
  mariadb --no-defaults --protocol=socket -S "$WORK/db.sock" -u root -e "drop database if exists $OURS; create database $OURS character set utf8mb4"
  local v; for v in $(ls "$MINSHENG_HOME"/src/main/resources/db/migration/V*.sql | sort -V); do ours <"$v" || return; done
  local hot=120000; [ "$SIZE" = S ] && hot=1500
  { echo "set @projects := $PROJECTS, @indicators := $INDICATORS, @entries := $ENTRIES, @hot := $hot, @years := 1;"
    cat "$MINSHENG_HOME/.ci/bench/fill.sql"
    echo "create trigger bench_place before insert on progress_entry for each row set new.place = null;"; } | ours
}
# the schema is there already
export MINSHENG_MIGRATION_AT_START=false
clear_load() {
  ours -e "delete from progress_entry where programme_id = unhex('00000000000070008011000000000001') or narrative like 'bulk %'"
}
login() {
  curl -s "http://127.0.0.1:$PORT/api/v1/auth/login" -H 'Content-Type: application/json' \
    -d '{"username":"bench1","password":"Bench-2026-Ledger"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/'
}
auth() { echo "Authorization: Bearer $(login)"; }
after_start() {
  clear_load
  local token year; token=$(login)
  for year in $(seq 2020 2029); do
    curl -sf -o /dev/null -X POST -H "Authorization: Bearer $token" "http://127.0.0.1:$PORT/api/v1/programmes/00000000-0000-7000-8001-00000000$year/standing-rebuild"
  done
}
# run.sh counts and cleans in its own tables; while we are measured, in ours
if [ -z "${MINSHENG_SQL:-}" ]; then
  MINSHENG_SQL=1
  eval "plain_$(declare -f sql)"
  eval "plain_$(declare -f clean)"
  sql() {
    if [ "${T:-}" = minsheng ] && [[ $1 == 'SELECT COUNT(*) FROM progress_entry WHERE id >'* ]]; then
      ours -e "select count(*) from progress_entry where narrative like 'bulk %'"
    else plain_sql "$@"; fi
  }
  clean() { if [ "${T:-}" = minsheng ]; then clear_load; else plain_clean; fi; }
fi

O1=/api/v1/projects/0-0-7000-8002-{project}/status
O2='/api/v1/projects?year={year}&leadUnit=00000000-0000-7000-8000-00000000000{unit}&limit=20'
O3='/api/v1/progress-entries?indicator=00000000-0000-7000-8003-000000000001&limit=50'
url_O3K() { # the cursor before the deep page: two hundred rows at a time
  local token next= read=0 path='/api/v1/progress-entries?indicator=00000000-0000-7000-8003-000000000001&limit=200&fields=id'
  [ -s "$KEYS/cursor.$DB_NAME" ] || {
    token=$(login)
    while [ $read -lt "$DEEP" ]; do
      next=$(curl -sG -H "Authorization: Bearer $token" "http://127.0.0.1:$PORT$path" ${next:+--data-urlencode "cursor=$next"} | sed 's/.*"next":"\([^"]*\)".*/\1/')
      read=$((read + 200))
    done
    printf %s "$next" >"$KEYS/cursor.$DB_NAME"
  }
  printf '/api/v1/progress-entries?indicator=00000000-0000-7000-8003-000000000001&limit=50&cursor=%s' "$(sed 's/+/%2B/g; s/=/%3D/g; s,/,%2F,g' "$KEYS/cursor.$DB_NAME")"
}
O4=/api/v1/progress-entries
O4_BODY='{"indicatorId":"00000000-0000-7000-8013-0000000{unit}{year}","periodId":"00000000-0000-7000-8014-000000000001","unitId":"00000000-0000-7000-8000-000000000000","text":{"amount":{i}.25,"narrative":"entry {i} of the load"}}'
O5='/api/v1/reports/overview?programme=00000000-0000-7000-8001-00000000{year}'
O6=/api/v1/projects/0-0-7000-8002-{project}/status
O7='/api/v1/imports/progress'
O7_ITEM='{"indicatorId":"0-0-7000-8003-{indicator}","period":"{date}","amount":{i}.25,"narrative":"bulk {i}"}'
O7_HEAD= O7_TAIL= O7_SEP=$'\n' O7_CTYPE=application/x-ndjson
O8='/api/v1/exports/progress?indicator=00000000-0000-7000-8003-000000000001'
