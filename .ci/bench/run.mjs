// Fills a fresh database for each size, starts the packaged application on it and asks it, one request after the other.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { JAVA, agent, ask, database, expect, fill, id, login, pause, start } from './app.mjs';

const SIZES = {
  S: { projects: 10, indicators: 30, entries: 3000, hot: 1500, deep: 1000 },
  M: { projects: 1000, indicators: 5000, entries: 500000, hot: 120000, deep: 100000 },
  L: { projects: 28000, indicators: 140000, entries: 7000000, hot: 120000, deep: 100000 },
};
// what M may cost, as a multiple of S
const BARS = { overview: 1.5, board: 1.5, 'history, first page': 1.5, 'history, deep page': 1.5 };
const MEMORY_BAR = 64;

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
  database('--innodb-buffer-pool-size=3G', '--innodb-redo-log-capacity=2G', '--skip-log-bin');
  const app = await start();
  const figures = {};
  try {
    note('fill');
    fill(size);
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
