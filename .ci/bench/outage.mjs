// What an absent database costs its clients; see the file `outage` beside this one.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { PORT, agent, ask, database, fill, login, openAccount, pause, sql, start } from './app.mjs';

const { MYSQL97_RUN: RUN } = process.env;
const DISK = `${RUN}/disk`;
const FILLER = `${DISK}/filler`;
const SECONDS = 15;
const server = () => Number(readFileSync(`${RUN}/mysqld.pid`, 'utf8'));
const run = (...more) => execFileSync('.ci/mysql97.sh', ['start', '--innodb-buffer-pool-size=256M', ...more], { stdio: 'ignore' });
/** With its binary log on another disk. */
async function apart() {
  execFileSync('.ci/mysql97.sh', ['stop'], { stdio: 'ignore' });
  mkdirSync(`${RUN}/apart`, { recursive: true });
  run(`--log-bin=${RUN}/apart/binlog`);
  await until(ready, 30, performance.now());
}

const since = begin => ((performance.now() - begin) / 1000).toFixed(1);

let acknowledged = [];
let refusals = {};
let longest = 0;
let latest = 0;
let busy = true;

async function writer(token) {
  const by = new http.Agent({ keepAlive: true, maxSockets: 1 });
  while (busy) {
    const code = randomUUID();
    for (let done = false; !done && busy;) {
      const began = performance.now();
      let answer = null;
      try {
        answer = await ask('POST', '/api/v1/units', { token, by, headers: { 'Idempotency-Key': code },
          body: JSON.stringify({ code, name: code, type: 'GOVERNMENT' }) });
      } catch (cut) {
        refusals[cut.code] = (refusals[cut.code] ?? 0) + 1;
      }
      longest = Math.max(longest, performance.now() - began);
      if (answer?.status === 201) {
        acknowledged.push(code);
        latest = performance.now();
        done = true;
      } else if (answer) {
        const kind = `${answer.status} ${JSON.parse(answer.text()).code}`;
        refusals[kind] = (refusals[kind] ?? 0) + 1;
        await pause(50);
      }
    }
  }
}

const ready = async () => {
  try {
    return (await ask('GET', '/q/health/ready', { port: PORT + 1000, by: agent })).status === 200;
  } catch { return false; }
};

async function until(holds, within, begin) {
  while (!await holds()) {
    if (performance.now() - begin > within * 1000) return `not within ${within}`;
    await pause(50);
  }
  return since(begin);
}

async function outage(name, token, begin, end) {
  acknowledged = [];
  refusals = {};
  busy = true;
  longest = 0;
  const writers = Array.from({ length: 16 }, () => writer(token));
  await pause(3000);
  await begin();
  const gone = performance.now();
  const red = await until(async () => !await ready(), 20, gone);
  while (performance.now() - gone < SECONDS * 1000) await pause(50);
  await end();
  const back = performance.now();
  const green = await until(ready, 90, back);
  const writing = await until(() => latest > back, 90, back);
  await pause(3000);
  busy = false;
  await Promise.all(writers);
  const kept = new Set(sql('select code from unit').split('\n'));
  const lost = acknowledged.filter(code => !kept.has(code)).length;
  console.log(`${name.padEnd(10)} longest answer ${(longest / 1000).toFixed(1)} s   red after ${red} s   ready after ${green} s   `
    + `writes after ${writing} s   acknowledged ${acknowledged.length}, lost ${lost}   ${JSON.stringify(refusals)}`);
  if (lost || longest > 6000) process.exitCode = 1;
}

function fillDisk() {
  const piece = Buffer.alloc(1 << 20);
  for (let size = piece.length; size >= 4096; size /= 2)
    try { for (;;) appendFileSync(FILLER, piece.subarray(0, size)); } catch (full) { if (full.code !== 'ENOSPC') throw full; }
}

database();
execFileSync('.ci/mysql97.sh', ['stop'], { stdio: 'ignore' });
mkdirSync(DISK);
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1g', 'tmpfs', DISK]);
let app;
try {
  execFileSync('cp', ['-a', `${RUN}/data`, `${DISK}/data`]);
  renameSync(`${RUN}/data`, `${RUN}/data-before`);
  symlinkSync(`${DISK}/data`, `${RUN}/data`);
  run();
  app = await start();
  fill({ projects: 2, indicators: 2, entries: 20, hot: 10 });
  openAccount('bench9', 'SYSTEM_ADMIN');
  const token = await login('bench9');
  const wanted = process.argv.slice(2);
  const kinds = {
    killed: [() => process.kill(server(), 'SIGKILL'), run],
    held: [() => process.kill(server(), 'SIGSTOP'), () => process.kill(server(), 'SIGCONT')],
    'read-only': [() => sql('set global read_only = 1'), () => sql('set global read_only = 0')],
    full: [fillDisk, () => rmSync(FILLER)],
    apart: [fillDisk, () => rmSync(FILLER)],
  };
  for (const [name, [begin, end]] of Object.entries(kinds)) {
    if (wanted.length && !wanted.includes(name)) continue;
    if (name === 'apart') await apart();
    await outage(name, token, begin, end);
  }
} finally {
  app?.kill('SIGKILL');
  rmSync(FILLER, { force: true });
  execFileSync('.ci/mysql97.sh', ['stop'], { stdio: 'ignore' });
  execFileSync('umount', ['-l', DISK]);
}
process.exit();
