#!/bin/bash
# A real MySQL 9.7 for tests, beside whatever the machine has: nothing is installed into the system.
#
#   mysql97.sh install               download and unpack (Debian sid packages, own apt lists)
#   mysql97.sh start [--fresh] [...] listen on 127.0.0.1; --fresh throws the old data away; the rest goes to mysqld
#   mysql97.sh stop
#   mysql97.sh sql [...]             mysql client as root, through the socket
#
# Database `minsheng`, users migrate/migrate, who owns the schema, and app/app, who may read until migrate gives more. The passwords are fixed because the
# server listens on the loopback interface only and root has no password login over TCP.
# MYSQL97_HOME (binaries), MYSQL97_RUN (data of one server) and MYSQL97_PORT (33970) move it. Needs Debian on x86-64; root is not needed.
set -euo pipefail
umask 077

home=${MYSQL97_HOME:-${TMPDIR:-/tmp}/minsheng-mysql97}
port=${MYSQL97_PORT:-33970}
work=${MYSQL97_RUN:-$home}
root=$home/root data=$work/data socket=$work/mysql.sock pidfile=$work/mysqld.pid log=$work/mysqld.log
loader=usr/lib64/ld-linux-x86-64.so.2

die() { echo "mysql97: $*" >&2; exit 1; }

# the binaries run with their own C library, so the machine's may be older
run() {
  local lib=$root/usr/lib
  "$root/$loader" --inhibit-cache \
    --library-path "$lib/x86_64-linux-gnu:$lib/mysql/private:$lib/x86_64-linux-gnu/mysql/private" "$@"
}

# where this machine gets its own packages from; security mirrors carry no sid
mirror() {
  cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk '
    /^URIs:/ { for (i = 2; i <= NF; i++) print $i }
    /^deb /  { for (i = 2; i <= NF; i++) if ($i ~ /:\//) { print $i; next } }' | grep -v security | head -n 1
}

install() {
  [ -e "$root/.done" ] && return
  [ "$(uname -m)" = x86_64 ] || die "only x86-64 is supported, this is $(uname -m)"
  command -v apt-get dpkg-deb > /dev/null || die "needs apt-get and dpkg-deb (a Debian machine)"
  local uri apt=$home/apt.$$ new=$home/root.$$ dir deb
  uri=$(mirror) || true
  [ -n "$uri" ] || die "no Debian mirror is configured on this machine"
  mkdir -p "$apt"/lists/partial "$apt"/cache/archives/partial "$new"/usr/{lib,lib64,bin,sbin}
  : > "$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri sid main" > "$apt/sources.list"
  cat > "$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
  APT_CONFIG=$apt/apt.conf apt-get -qq update
  APT_CONFIG=$apt/apt.conf apt-get -qq -y --download-only install mysql-server-core mysql-client-core
  # merged /usr, so that packages which ship /lib and packages which ship /usr/lib agree
  for dir in lib lib64 bin sbin; do ln -s "usr/$dir" "$new/$dir"; done
  for deb in "$apt"/cache/archives/*.deb; do
    case ${deb##*/} in perl* | libperl* | mysql-router*) continue ;; esac
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$new" --keep-directory-symlink --no-same-owner
  done
  touch "$new/.done"
  # another run may have been quicker: its binaries are as good
  [ -e "$root/.done" ] || { rm -rf "$root"; mv -T "$new" "$root"; }
  rm -rf "$apt" "$new"
  case $(run "$root/usr/sbin/mysqld" --no-defaults --version) in
    *"Ver 9.7."*) ;;
    *) echo "mysql97: warning: sid has moved on to $(run "$root/usr/sbin/mysqld" --no-defaults --version)" >&2 ;;
  esac
}

alive() {
  local pid
  pid=$(cat "$pidfile" 2>/dev/null) && [ -n "$pid" ] && grep -qs mysqld "/proc/$pid/cmdline"
}

start() {
  local fresh=
  if [ "${1:-}" = --fresh ]; then fresh=1; shift; fi
  [ "${#socket}" -lt 100 ] || die "the folder's path is too long for a socket: $home"
  if alive; then
    [ -n "$fresh" ] || { echo "MySQL is already running, pid $(cat "$pidfile")"; return; }
    stop
  fi
  if (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null; then die "port $port is in use; set MYSQL97_PORT"; fi
  install
  local common=(--no-defaults --basedir="$root/usr" --datadir="$data" --lc-messages-dir="$root/usr/share/mysql"
    --plugin-dir="$root/usr/lib/mysql/plugin" --character-sets-dir="$root/usr/share/mysql/charsets")
  [ "$(id -u)" != 0 ] || common+=(--user=root)
  [ -z "$fresh" ] || rm -rf "$data"
  if [ ! -e "$work/data.done" ] || [ ! -d "$data" ]; then
    rm -rf "$data" "$work/data.done"
    cat > "$work/init.sql" <<'SQL'
CREATE DATABASE minsheng CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
CREATE USER 'migrate'@'%' IDENTIFIED BY 'migrate';
CREATE USER 'app'@'%' IDENTIFIED BY 'app';
GRANT ALL ON minsheng.* TO 'migrate'@'%' WITH GRANT OPTION;
GRANT SELECT ON minsheng.* TO 'app'@'%';
SQL
    run "$root/usr/sbin/mysqld" "${common[@]}" --initialize-insecure --init-file="$work/init.sql" --skip-log-bin \
      > "$log" 2>&1 || { tail -n 20 "$log" >&2; die "could not create the data folder"; }
    touch "$work/data.done"
  fi
  rm -f "$socket" "$pidfile" "$log"
  local lib=$root/usr/lib
  setsid "$root/$loader" --inhibit-cache \
    --library-path "$lib/x86_64-linux-gnu:$lib/mysql/private:$lib/x86_64-linux-gnu/mysql/private" \
    "$root/usr/sbin/mysqld" "${common[@]}" --bind-address=127.0.0.1 --port="$port" --mysqlx=OFF \
    --log-bin-trust-function-creators=ON --secure-file-priv=NULL --socket="$socket" --pid-file="$pidfile" --log-error="$log" "$@" \
    > "$work/mysqld.out" 2>&1 < /dev/null &
  local starter=$!
  for _ in $(seq 600); do
    if grep -qs "ready for connections.*port: $port" "$log"; then
      echo "MySQL on 127.0.0.1:$port, pid $(cat "$pidfile")"
      return
    fi
    kill -0 "$starter" 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/mysqld.out" >&2; tail -n 20 "$log" >&2 || true
  die "the server did not start"
}

stop() {
  alive || { echo "MySQL is not running"; return; }
  local pid
  pid=$(cat "$pidfile")
  kill "$pid"
  for _ in $(seq 600); do
    [ -e "/proc/$pid" ] || { echo "MySQL stopped"; return; }
    sleep 0.05
  done
  die "pid $pid does not stop"
}

sql() { run "$root/usr/bin/mysql" --no-defaults --default-character-set=utf8mb4 -uroot -S "$socket" "$@"; }

mkdir -p "$home" "$work"
[ -O "$home" ] || die "$home belongs to somebody else"
case ${1:-} in
  install | start | stop | sql) "$@" ;;
  *) sed -n '3,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
