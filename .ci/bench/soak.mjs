// node .ci/bench/soak.mjs <url> <management url> [minutes]
//
// Whether anything is kept that should be given back (ASVS 1.4.3): readers, writers, exports, listeners, people who sign in and
// out, and clients that go away in the middle work for so long against a running demo; `ulimit -n 4096` first.
//
// Prints a line a minute and, after a minute of rest, what is left: connections of the pool in use, requests at work, listeners,
// leaks told by the pool, open files and threads beside those of the beginning, and the live data of the heap over the second
// half. Exits with 1 where something is left.
import http from 'node:http';
import { randomUUID } from 'node:crypto';
import { signIn } from './demo.mjs';

const [url, management, minutes = '15'] = process.argv.slice(2);
if (!management) {
  console.error('node .ci/bench/soak.mjs <url> <management url> [minutes]');
  process.exit(2);
}
const pause = ms => new Promise(done => setTimeout(done, ms));
const told = {};
let busy = true;

function request(method, path, { token, body, headers = {}, cut = false } = {}) {
  return new Promise(done => {
    const sent = http.request(url + path, { method, headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers } }, answer => {
      told[answer.statusCode] = (told[answer.statusCode] ?? 0) + 1;
      if (cut) { sent.destroy(); done(answer); return; }
      answer.resume();
      answer.on('end', () => done(answer));
      answer.on('error', () => done(answer));
    });
    sent.on('error', () => done(null));
    if (cut === 'before') { sent.write('{"half":'); setTimeout(() => sent.destroy(), 20); } else sent.end(body);
  });
}

async function loop(name, every, act) {
  let token = null;
  for (let n = 0; busy; n++) {
    if (n % Math.ceil(300_000 / every) === 0) token = await signIn(url, name);
    await act(token, n);
    await pause(every);
  }
}

const WORK = [
  loop('ducha', 50, token => request('GET', '/api/v1/projects?limit=20', { token })),
  loop('leader', 50, (token, n) => request('GET', '/api/v1/projects?limit=200', { token, cut: n % 3 === 0 })),
  loop('sysadmin', 200, token => {
    const code = randomUUID();
    return request('POST', '/api/v1/units', { token, headers: { 'Idempotency-Key': code },
      body: JSON.stringify({ code, name: code, type: 'GOVERNMENT' }) });
  }),
  loop('sysadmin', 200, token => request('POST', '/api/v1/units', { token, cut: 'before',
    headers: { 'Content-Type': 'application/json', 'Content-Length': 1000 } })),
  loop('rdb-observer', 2000, (token, n) => request('GET', '/api/v1/exports/progress', { token, cut: n % 2 === 0 })),
  loop('auditor', 1000, token => new Promise(done => {
    const stream = http.get(`${url}/api/v1/changes?after=0`, { headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' } },
      answer => { answer.resume(); answer.on('error', () => {}); });
    stream.on('error', () => {});
    setTimeout(() => { stream.destroy(); done(); }, 1500);
  })),
  loop('ybj-reporter', 3000, async () => request('POST', '/api/v1/auth/logout', { token: await signIn(url, 'ybj-reviewer') })),
];

async function measures() {
  const text = await (await fetch(`${management}/q/metrics`)).text();
  const sum = name => text.split('\n').filter(line => line.startsWith(name) && /[{ ]/.test(line[name.length]))
    .reduce((total, line) => total + Number(line.split(' ').pop()), 0);
  return { pool: sum('agroal_active_count'), leaks: sum('agroal_leak_detection_count_total'), working: sum('minsheng_requests_working'),
    sending: sum('minsheng_requests_sending'), listeners: sum('minsheng_changes_listeners'), files: sum('process_files_open_files'),
    threads: sum('jvm_threads_live_threads'), live: Math.round(sum('jvm_gc_live_data_size_bytes') / 1024 / 1024) };
}

const begin = await measures();
console.log('begin', JSON.stringify(begin));
const half = [];
for (let minute = 1; minute <= Number(minutes); minute++) {
  await pause(60_000);
  const now = await measures();
  if (minute >= Number(minutes) / 2) half.push(now);
  console.log(`minute ${minute}`, JSON.stringify(now), JSON.stringify(told));
}
busy = false;
await Promise.all(WORK);
await pause(60_000);
const end = await measures();
console.log('end', JSON.stringify(end));
const left = [];
for (const held of ['pool', 'leaks', 'working', 'sending', 'listeners']) if (end[held] > 0) left.push(`${held}: ${end[held]}`);
if (end.files > half[0].files + 20) left.push(`files: ${half[0].files} then ${end.files}`);
if (end.threads > half[0].threads + 10) left.push(`threads: ${half[0].threads} then ${end.threads}`);
console.log(left.length ? `left: ${left.join(', ')}` : 'nothing is left');
process.exit(left.length ? 1 : 0);
