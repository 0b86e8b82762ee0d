// The packaged application on a MySQL 9.7 of its own, for the scripts beside this one.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';

const { MYSQL97_RUN: RUN, MYSQL97_PORT: DB } = process.env;
export const JAVA = process.env.JAVA;
export const PORT = 18100 + (process.pid % 500);
export const id = (kind, number) => `00000000-0000-7000-${kind}-${String(number).padStart(12, '0')}`;
export const sql = text => execFileSync('.ci/mysql97.sh', ['sql', 'minsheng', '-N'], { input: text, maxBuffer: 1 << 28 }).toString();
export const pause = ms => new Promise(done => setTimeout(done, ms));
export const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

export function database(...options) {
  execFileSync('.ci/mysql97.sh', ['start', '--fresh', ...options], { stdio: 'ignore' });
}

export function fill({ projects, indicators, entries, hot }) {
  sql(`set @projects := ${projects}, @indicators := ${indicators}, @entries := ${entries}, @hot := ${hot}, @years := 0;\n`
    + readFileSync('.ci/bench/fill.sql', 'utf8'));
}

export function ask(method, path, { token, body, type = 'application/json', headers = {}, keep = true, port = PORT, by = agent } = {}) {
  return new Promise((done, failed) => {
    const started = performance.now();
    const request = http.request({ host: '127.0.0.1', port, method, path, agent: by, headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': type } : {}), ...headers } }, answer => {
      const parts = [];
      let bytes = 0;
      answer.on('data', part => { bytes += part.length; if (keep) parts.push(part); });
      answer.on('error', failed);
      answer.on('end', () => done({ status: answer.statusCode, etag: answer.headers.etag, bytes,
        ms: performance.now() - started, text: () => Buffer.concat(parts).toString(), all: () => Buffer.concat(parts) }));
    });
    request.on('error', failed);
    request.end(body);
  });
}

export const expect = (answer, status) => {
  if (answer.status === status) return answer;
  if (answer.status === 500) for (const log of readdirSync(RUN).filter(name => /^app-.*\.log$/.test(name))) console.error(readFileSync(`${RUN}/${log}`, 'utf8').slice(-6000));
  throw new Error(`${answer.status} instead of ${status}: ${answer.text().slice(0, 500)}`);
};

/** Beside those that the filling makes, with the password of bench1. */
export function openAccount(username, role) {
  const account = "unhex('00000000000070008005000000000009')";
  sql(`insert into account (id, version, created_at, updated_at, username, display_name, status)
      select ${account}, 0, created_at, updated_at, '${username}', '${username}', 'ACTIVE' from account where username = 'bench1';
    insert into credential (account_id, password_hash, password_set_at)
      select ${account}, c.password_hash, c.password_set_at from credential c join account a on a.id = c.account_id where a.username = 'bench1';
    insert into account_role values (${account}, '${role}')`);
}

export async function login(username, port = PORT) {
  const answer = await ask('POST', '/api/v1/auth/login', { port, body: JSON.stringify({ username, password: 'Bench-2026-Ledger' }) });
  return JSON.parse(expect(answer, 200).text()).accessToken;
}

export async function start({ port = PORT, folder = 'target/quarkus-app', java = [], env = {}, wait = true } = {}) {
  mkdirSync(`${RUN}/evidence`, { recursive: true });
  const log = openSync(`${RUN}/app-${port}.log`, 'a');
  const url = `jdbc:mysql://127.0.0.1:${DB}/minsheng?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true`
    + '&connectTimeout=2000&socketTimeout=30000&rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true'
    + '&prepStmtCacheSqlLimit=8192&prepStmtCacheSize=500&sslMode=DISABLED&allowPublicKeyRetrieval=true';
  const app = spawn(JAVA, ['-Xmx192m', '-XX:MinHeapFreeRatio=5', '-XX:MaxHeapFreeRatio=15', ...java, `-Dquarkus.http.port=${port}`,
    '-Dquarkus.http.host=127.0.0.1', `-Dquarkus.management.port=${port + 1000}`, '-Dquarkus.shutdown.delay=0S',
    '-jar', `${folder}/quarkus-run.jar`], {
    stdio: ['ignore', log, log], env: { ...process.env, QUARKUS_DATASOURCE_JDBC_URL: url, QUARKUS_DATASOURCE_USERNAME: 'app',
      QUARKUS_DATASOURCE_PASSWORD: 'app', MINSHENG_MIGRATION_USERNAME: 'migrate', MINSHENG_MIGRATION_PASSWORD: 'migrate',
      MINSHENG_SECRET_FILE: `${RUN}/secret`, MINSHENG_TOKEN_KEY_FILE: `${RUN}/key.pem`, MINSHENG_LEDGER_KEY_FILE: `${RUN}/ledger-key.pem`,
      // the people of a benchmark sign in by password
      MINSHENG_EVIDENCE_FOLDER: `${RUN}/evidence`, MINSHENG_SESSIONS_FACTOR_FOR: '', MINSHENG_LIMITS_PERSON: 10000000, MINSHENG_LIMITS_SIGN_IN: 1000000, MINSHENG_LIMITS_AT_ONCE_OF_ONE: 1000,
      MINSHENG_SESSIONS_AT_MOST: 1000, ...env } });
  for (let i = 0; wait && i < 600; i++) {
    if (app.exitCode !== null) throw new Error(readFileSync(`${RUN}/app-${port}.log`, 'utf8').slice(-3000));
    try { if ((await ask('GET', '/api/v1/me', { port })).status === 401) return app; } catch { /* not yet */ }
    await pause(100);
  }
  if (wait) throw new Error('the application did not start');
  return app;
}
