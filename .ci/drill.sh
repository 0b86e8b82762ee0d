#!/usr/bin/env bash
# The drill of docs/operation.html on a real MySQL 9.7: back up, destroy, restore, start, verify; with the newest backup and with an
# older one, which has to be noticed. The database is reached as compose.yaml does it, by its certificate and its name.
# Needs the built package and root:  mvn -B package -DskipTests && .ci/drill.sh
set -euo pipefail
cd "$(dirname "$0")/.."

MYSQL97_RUN=$(mktemp -d)
MYSQL97_PORT=$(.ci/free-port)
port=$(.ci/free-port)
management=$(.ci/free-port)
export MYSQL97_RUN MYSQL97_PORT
work=$MYSQL97_RUN
app=
trap '[ -z "$app" ] || kill "$app" 2> /dev/null; .ci/mysql97.sh stop; rm -rf "$work"' EXIT
say() { printf '%4s s  %s\n' "$SECONDS" "$*"; }
fail() { echo "drill: $*" >&2; tail -n 20 "$work/app.log" >&2; exit 1; }

docker/secrets.sh "$work/secrets"
echo "127.0.0.1 database localhost" > "$work/hosts"
url=$(sed -n '/QUARKUS_DATASOURCE_JDBC_URL/,/"$/p' docker/compose.yaml | tr -d '\n' | sed 's/^[^"]*"//; s/"$//; s/\\ *//g')
url=${url/database:3306/database:$MYSQL97_PORT}
url=${url//\/run\/secrets\/inner_ca_store/$work/secrets/inner-ca.p12}

home=${MYSQL97_HOME:-${TMPDIR:-/tmp}/minsheng-mysql97}/root
cat > "$work/administrator" << RUN
#!/bin/bash
program=\$1
shift
exec $home/usr/lib64/ld-linux-x86-64.so.2 --inhibit-cache \
  --library-path $home/usr/lib/x86_64-linux-gnu:$home/usr/lib/mysql/private:$home/usr/lib/x86_64-linux-gnu/mysql/private \
  $home/usr/bin/\$program --no-defaults --character-sets-dir=$home/usr/share/mysql/charsets "\$@" -uroot -S $work/mysql.sock
RUN
chmod +x "$work/administrator"
export MINSHENG_DATABASE_RUN=$work/administrator MINSHENG_EVIDENCE_FOLDER=$work/demo/evidence

database() {
  .ci/mysql97.sh install
  .ci/mysql97.sh start --fresh --log-bin=binlog --server-id=1 --require-secure-transport=ON \
    --ssl-cert="$work/secrets/database.pem" --ssl-key="$work/secrets/database-tls-key.pem"
}

start() {
  QUARKUS_DATASOURCE_PASSWORD=app MINSHENG_MIGRATION_PASSWORD=migrate java -Djdk.net.hosts.file="$work/hosts" -Dquarkus.profile=demo \
    -Dminsheng.demo.folder="$work/demo" -Dminsheng.demo.history=false -Dquarkus.datasource.jdbc.url="$url" \
    -Dquarkus.datasource.username=app -Dminsheng.migration.username=migrate -Dquarkus.http.port="$port" \
    -Dquarkus.management.port="$management" "$@" -jar target/quarkus-app/quarkus-run.jar >> "$work/app.log" 2>&1 &
  app=$!
  for _ in $(seq 900); do
    health=$(curl -s "http://127.0.0.1:$management/q/health/ready" || true)
    case $health in *RESTORED* | *'"status": "UP",'*'"checks"'*) return ;; esac
    kill -0 "$app" 2> /dev/null || fail "the application ended"
    sleep 0.1
  done
  fail "not ready: $health"
}

stop() {
  kill "$app"
  wait "$app" || true
  app=
}

ask() { curl -sf -H "Authorization: Bearer $(token "$1")" -H 'Content-Type: application/json' "${@:2}"; }

token() {
  curl -sf "http://127.0.0.1:$port/api/v1/auth/login" -H 'Content-Type: application/json' \
    -d "{\"username\":\"$1\",\"password\":\"Demo-2026-Yanzhou\"}" | sed 's/.*"accessToken":"\([^"]*\)".*/\1/'
}

unit() { ask sysadmin "http://127.0.0.1:$port/api/v1/units" -d "{\"code\":\"$1\",\"type\":\"GOVERNMENT\",\"name\":\"$1\"}" > /dev/null; }
units() { "$MINSHENG_DATABASE_RUN" mysql -N minsheng <<< "select group_concat(code order by code) from unit where code like 'drill-%'"; }

# everything that was recorded stands under a checkpoint, and the pin knows it
settled() {
  for _ in $(seq 200); do
    [ "$("$MINSHENG_DATABASE_RUN" mysql -N minsheng <<< 'select (select count(*) from ledger_pending) + (select max(idx) + 1 from ledger_sequence) - (select max(size) from ledger_checkpoint)')" != 0 ] ||
      [ "$("$MINSHENG_DATABASE_RUN" mysql -N minsheng <<< 'select max(size) from ledger_checkpoint')" != "$(sed -n 2p "$work/demo/ledger-pin")" ] || return 0
    sleep 0.1
  done
  fail "the ledger does not settle"
}

verified() {
  local answer
  answer=$(ask auditor -X POST "http://127.0.0.1:$port/api/v1/ledger/verification")
  case $answer in *'"holds":true'*) say "the ledger is verified: $(sed 's/.*\("size":[0-9]*\).*/\1/' <<< "$answer")" ;; *) fail "$answer" ;; esac
}

destroy() {
  .ci/mysql97.sh stop
  rm -rf "$MINSHENG_EVIDENCE_FOLDER"
  database
}

# what the driver makes of an address
connects() {
  java -cp "$(echo target/quarkus-app/lib/main/com.mysql.*.jar)" -Djdk.net.hosts.file="$work/hosts" "$work/Connects.java" "$1"
}

refused() { [[ $(connects "$1") = *"$2"* ]] || fail "$1: $(connects "$1")"; }

cat > "$work/Connects.java" << 'JAVA'
public class Connects {
    public static void main(String[] address) {
        try {
            java.sql.DriverManager.getConnection(address[0], "app", "app").close();
            System.out.println("connected");
        } catch (java.sql.SQLException refused) {
            for (Throwable why = refused; why != null; why = why.getCause()) System.out.println(why);
        }
    }
}
JAVA

database
start
say "started, the database verified by certificate and name: $("$MINSHENG_DATABASE_RUN" mysql -N <<< "select group_concat(distinct connection_type) from performance_schema.threads where processlist_user = 'app'")"
docker/secrets.sh "$work/stranger"
[ "$(connects "$url")" = connected ] || fail "$(connects "$url")"
refused "${url/database:/localhost:}" 'identity verification failed'
refused "${url//secrets\/inner-ca/stranger/inner-ca}" 'does not chain'
say "refused: another name, another authority"
mkdir -p "$MINSHENG_EVIDENCE_FOLDER/ab"
head -c 1000000 /dev/urandom > "$MINSHENG_EVIDENCE_FOLDER/ab/cdef"
before=$(sha256sum < "$MINSHENG_EVIDENCE_FOLDER/ab/cdef")
unit drill-1
settled
older=$(docker/backup.sh "$work/backups")
say "backed up while it runs: $(du -sh "$older" | cut -f 1)"
unit drill-2
settled
sleep 1
newest=$(docker/backup.sh "$work/backups")
stop

destroy
SECONDS=0
docker/restore.sh "$newest" > /dev/null
start
[ "$(units)" = drill-1,drill-2 ] || fail "units: $(units)"
[ "$(sha256sum < "$MINSHENG_EVIDENCE_FOLDER/ab/cdef")" = "$before" ] || fail "the file is another one"
say "restored the newest backup, ready again"
verified
if docker/restore.sh "$older" 2> /dev/null; then fail "a database was overwritten unasked"; fi
stop

destroy
docker/restore.sh "$older" > /dev/null
start
case $health in *RESTORED*) say "restored an older backup: the application refuses to sign" ;; *) fail "not noticed: $health" ;; esac
stop
start -Dminsheng.ledger.origin=drill.example/2
case $health in *RESTORED*) fail "still: $health" ;; esac
[ "$(units)" = drill-1 ] || fail "units: $(units)"
unit drill-3
settled
verified
stop
say "done"
