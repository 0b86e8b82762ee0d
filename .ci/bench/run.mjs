// Fills a fresh database for each size, starts the packaged application on it and asks it, one request after the other.
import { execFileSync, spawn } from 'node:child_process';
import { createReadStream, mkdirSync, openSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';

const SIZES = {
  S: { projects: 10, indicators: 30, entries: 3000, hot: 1500, deep: 1000 },
  M: { projects: 1000, indicators: 5000, entries: 500000, hot: 120000, deep: 100000 },
  L: { projects: 28000, indicators: 140000, entries: 7000000, hot: 120000, deep: 100000 },
};
// what M may cost, as a multiple of S
const BARS = { overview: 1.5, board: 1.5, 'history, first page': 1.5, 'history, deep page': 1.5 };
const MEMORY_BAR = 64;
const { MYSQL97_RUN: RUN, MYSQL97_PORT: DB, JAVA } = process.env;
const PORT = 18100 + (process.pid % 500);
const id = (kind, number) => `00000000-0000-7000-${kind}-${String(number).padStart(12, '0')}`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const sql = text => execFileSync('.ci/mysql97.sh', ['sql', 'minsheng', '-N'], { input: text, maxBuffer: 1 << 26 }).toString();
const pause = ms => new Promise(done => setTimeout(done, ms));

function ask(method, path, { token, body, type = 'application/json', headers = {}, keep = true } = {}) {
  return new Promise((done, failed) => {
    const started = performance.now();
    const request = http.request({ host: '127.0.0.1', port: PORT, method, path, agent, headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': type } : {}), ...headers } }, answer => {
      const parts = [];
      let bytes = 0;
      answer.on('data', part => { bytes += part.length; if (keep) parts.push(part); });
      answer.on('error', failed);
      answer.on('end', () => done({ status: answer.statusCode, etag: answer.headers.etag, bytes,
        ms: performance.now() - started, text: () => Buffer.concat(parts).toString() }));
    });
    request.on('error', failed);
    request.end(body);
  });
}

async function start() {
  mkdirSync(`${RUN}/evidence`, { recursive: true });
  const log = openSync(`${RUN}/app.log`, 'a');
  const url = `jdbc:mysql://127.0.0.1:${DB}/minsheng?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true`
    + '&connectTimeout=2000&socketTimeout=30000&rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true'
    + '&prepStmtCacheSqlLimit=8192&prepStmtCacheSize=500&sslMode=DISABLED&allowPublicKeyRetrieval=true';
  const app = spawn(JAVA, ['-Xmx192m', '-XX:MinHeapFreeRatio=5', '-XX:MaxHeapFreeRatio=15', `-Dquarkus.http.port=${PORT}`, '-Dquarkus.http.host=127.0.0.1',
    `-Dquarkus.management.port=${PORT + 1000}`, '-Dquarkus.shutdown.delay=0S', '-jar', 'target/quarkus-app/quarkus-run.jar'], {
    stdio: ['ignore', log, log], env: { ...process.env, QUARKUS_DATASOURCE_JDBC_URL: url, QUARKUS_DATASOURCE_USERNAME: 'app',
      QUARKUS_DATASOURCE_PASSWORD: 'app', MINSHENG_MIGRATION_USERNAME: 'migrate', MINSHENG_MIGRATION_PASSWORD: 'migrate',
      MINSHENG_SECRET_FILE: `${RUN}/secret`, MINSHENG_TOKEN_KEY_FILE: `${RUN}/key.pem`, MINSHENG_LEDGER_KEY_FILE: `${RUN}/ledger-key.pem`, MINSHENG_EVIDENCE_FOLDER: `${RUN}/evidence` } });
  for (let i = 0; i < 600; i++) {
    if (app.exitCode !== null) throw new Error(readFileSync(`${RUN}/app.log`, 'utf8').slice(-3000));
    try { if ((await ask('GET', '/api/v1/me')).status === 401) return app; } catch { /* not yet */ }
    await pause(100);
  }
  throw new Error('the application did not start');
}

const expect = (answer, status) => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text().slice(0, 500)}`);
  return answer;
};

async function login(username) {
  const answer = await ask('POST', '/api/v1/auth/login', { body: JSON.stringify({ username, password: 'Bench-2026-Ledger' }) });
  return JSON.parse(expect(answer, 200).text()).accessToken;
}

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];
// half of them warm up
async function timed(count, status, one) {
  const times = [];
  for (let i = 0; i < count; i++) times.push(expect(await one(i), status).ms);
  return median(times.slice(count >> 1));
}

const memory = (pid, name) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;

async function measure(name) {
  const size = SIZES[name];
  const note = text => console.error(`[${name} ${Math.round(performance.now() / 1000)} s] ${text}`);
  execFileSync('.ci/mysql97.sh', ['start', '--fresh', '--innodb-buffer-pool-size=3G', '--innodb-redo-log-capacity=2G', '--skip-log-bin'], { stdio: 'ignore' });
  const app = await start();
  const figures = {};
  try {
    note('fill');
    sql(`set @projects := ${size.projects}, @indicators := ${size.indicators}, @entries := ${size.entries}, @hot := ${size.hot}, @years := 0;\n`
      + readFileSync('.ci/bench/fill.sql', 'utf8'));
    agent.destroy(); // the server has closed what was idle meanwhile
    const token = await login('bench1');
    const reviewer = await login('bench2');
    const get = (path, headers) => ask('GET', `/api/v1${path}`, { token, headers });
    note('rebuild');
    await expect(await ask('POST', `/api/v1/programmes/${id('8001', 1)}/standing-rebuild`, { token }), 200);

    note('read');
    const status = i => get(`/projects/${id('8002', 2 + i % 9)}/status`);
    figures['project with indicators and values'] = await timed(400, 200, status);
    const etag = (await status(0)).etag;
    figures['the same, 304'] = await timed(400, 304, () => get(`/projects/${id('8002', 2)}/status`, { 'If-None-Match': etag }));
    figures['list page'] = await timed(300, 200, () => get('/projects?limit=20'));
    const history = `/progress-entries?indicator=${id('8003', 1)}`;
    figures['history, first page'] = await timed(300, 200, () => get(`${history}&limit=200`));
    let cursor = '';
    for (let read = 0; read < size.deep; read += 200)
      cursor = '&cursor=' + encodeURIComponent(JSON.parse(expect(await get(`${history}&limit=200${cursor}`), 200).text()).page.next);
    figures['history, deep page'] = await timed(300, 200, () => get(`${history}&limit=200${cursor}`));
    figures.overview = await timed(300, 200, () => get(`/reports/overview?programme=${id('8001', 1)}`));
    figures.board = await timed(300, 200, () => get(`/reports/board?programme=${id('8001', 1)}`));

    note('write');
    const entries = [];
    const indicator = i => id('8013', (1 + i % 4) * 10000 + 2020 + (i >> 2) % 10);
    figures['create entry'] = await timed(400, 201, async i => {
      const answer = await ask('POST', '/api/v1/progress-entries', { token, body: JSON.stringify({ indicatorId: indicator(i),
        periodId: id('8014', 12), unitId: id('8000', 1 + Math.floor(i / 40)), text: { amount: i + 0.25, narrative: `第 ${i} 条` } }) });
      entries.push(JSON.parse(answer.text()).id);
      return answer;
    });
    const move = (who, version, name) => i => ask('POST', `/api/v1/progress-entries/${entries[i]}/${name}`, { token: who,
      body: '{"confirmWarnings":true}', headers: { 'If-Match': `"v${version}"` } });
    figures['submit entry'] = await timed(400, 200, move(token, 0, 'submission'));
    figures['approve entry'] = await timed(400, 200, i => ask('POST', `/api/v1/progress-entries/${entries[i]}/approval`, {
      token: reviewer, headers: { 'If-Match': '"v1"' } }));
    let rows = '';
    for (let i = 0; i < 10000; i++) rows += JSON.stringify({ indicatorId: indicator(i), period: `2019-${String(1 + Math.floor(i / 1000)).padStart(2, '0')}`,
      unitCode: 'U' + (1 + Math.floor(i % 1000 / 40)), amount: i + 0.5, narrative: `第 ${i} 行` }) + '\n';
    const bulk = expect(await ask('POST', '/api/v1/imports/progress', { token, body: rows, type: 'application/x-ndjson' }), 200);
    if (JSON.parse(bulk.text()).created !== 10000) throw new Error(bulk.text().slice(0, 300));
    figures['import of 10,000 rows'] = bulk.ms;

    note('export');
    const csv = () => ask('GET', `/api/v1/exports/progress?indicator=${id('8003', 1)}`, { token, headers: { Accept: 'text/csv' }, keep: false });
    expect(await csv(), 200);
    execFileSync(JAVA.replace(/java$/, 'jcmd'), [String(app.pid), 'GC.run'], { stdio: 'ignore' });
    await pause(1000);
    const idle = memory(app.pid, 'VmRSS');
    execFileSync('bash', ['-c', `echo 5 > /proc/${app.pid}/clear_refs`]);
    const exported = expect(await csv(), 200);
    figures[`export of the ${size.hot} entries of one indicator`.replace(/\d+ /, '')] = exported.ms;
    figures['  MiB sent'] = exported.bytes / 1048576;
    figures['  MiB of memory above idle, at most'] = memory(app.pid, 'VmHWM') - idle;
    figures['  MiB of memory when idle'] = idle;
  } finally {
    app.kill('SIGKILL');
    execFileSync('.ci/mysql97.sh', ['stop'], { stdio: 'ignore' });
  }
  return figures;
}

const names = process.argv.slice(2);
const all = {};
for (const name of names) all[name] = await measure(name);
const first = all[names[0]];
const shown = value => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
console.log(`| one client, median ms | ${names.join(' | ')} |${names.slice(1).map(n => ` ${n} : ${names[0]} |`).join('')} bar |`);
console.log(`|${'---|'.repeat(2 * names.length + 1)}`);
for (const operation of Object.keys(first))
  console.log(`| ${operation} | ${names.map(n => shown(all[n][operation])).join(' | ')} |${names.slice(1)
    .map(n => ` ${(all[n][operation] / first[operation]).toFixed(2)} |`).join('')} ${operation.includes('above idle') ? `≤ ${MEMORY_BAR}` : BARS[operation] ? `≤ ${BARS[operation]} ×` : ''} |`);
