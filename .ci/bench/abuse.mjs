// node .ci/bench/abuse.mjs <url> [seconds [part of a name]]
//
// What clients that misbehave cost those that do not: as many healthy people as the demo has reporters, ten reads a second each,
// alone and beside each abuse by turns, three times; each abuse is tried once before, as what is new to a JVM is slow. Against
// a demo with the JVM's options of production (java @docker/jvm.options -Xms512m -Xmx512m -Dquarkus.profile=demo -jar …);
// `ulimit -n 4096` first.
//
// The abuse comes from another address (127.0.0.2), by an account of its own, and from a process that yields the cores to the
// server: elsewhere it would have its own. Prints p50 and p99 in ms of the healthy ones without and with, their ratio (bar: p99
// at most twice), and what became of the abuse. A figure of a machine that does something else as well is worth nothing.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { reporters, signIn } from './demo.mjs';

const [url, seconds = '10', only = '', abused, token] = process.argv.slice(2);
if (!url) {
  console.error('node .ci/bench/abuse.mjs <url> [seconds [part of a name]]');
  process.exit(2);
}
const { hostname, port } = new URL(url);
const SPAN = Number(seconds) * 1000;
const EVERY = 100;
const ROUNDS = 3;
const pause = ms => new Promise(done => setTimeout(done, ms));
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

function read(agent, token) {
  return new Promise(done => {
    const started = performance.now();
    const finish = status => done({ status, ms: performance.now() - started });
    http.get(`${url}/api/v1/projects?limit=20`, { agent, headers: { Authorization: `Bearer ${token}` } }, answer => {
      answer.resume();
      answer.on('end', () => finish(answer.statusCode));
      answer.on('error', () => finish(0));
    }).on('error', () => finish(0));
  });
}

/** Each beat counts from when it was due: who waits for a slow answer must not miss the slow ones. */
async function healthy(tokens, span) {
  const times = [];
  let failed = 0;
  await Promise.all(tokens.map(async token => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const begin = performance.now() + Math.random() * EVERY;
    for (let due = begin; due < begin + span; due += EVERY) {
      const now = performance.now();
      if (now < due) await pause(due - now);
      const late = Math.max(0, performance.now() - due - 2);
      const { status, ms } = await read(agent, token);
      times.push(ms + late);
      if (status !== 200) failed++;
    }
    agent.destroy();
  }));
  return { times, failed };
}

let open = new Set();
let told = {};
let busy = true;
const count = what => { told[what] = (told[what] ?? 0) + 1; };

/** A connection of its own; what it is answered is counted by status. */
function connect(begin, then) {
  return new Promise(done => {
    const socket = net.connect({ host: hostname, port: Number(port), localAddress: '127.0.0.2' }, () => then?.(socket));
    open.add(socket);
    let first = true;
    socket.on('data', bytes => { if (first) count(/^HTTP\S+ (\d+)/.exec(bytes.toString('latin1'))?.[1] ?? 'data'); first = false; });
    socket.on('error', () => {});
    socket.on('close', () => { open.delete(socket); if (first) count('ended'); done(); });
    socket.write(begin);
  });
}

/** So many at once, a new one for each that is ended. */
const keep = (many, one) => Array.from({ length: many }, async (_, i) => {
  while (busy) { await one(i); await pause(5); }
});
const repeat = (many, text) => keep(many, () => connect(text));
const drip = (socket, text, ms) => {
  const timer = setInterval(() => socket.write(text), ms);
  socket.on('close', () => clearInterval(timer));
};
const head = (line, more = '') => `${line} HTTP/1.1\r\nHost: x\r\n${more}`;
const login = body => head('POST /api/v1/auth/login', `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
  + `Connection: close\r\n\r\n${body}`);
let forged = 0;
const signed = `Authorization: Bearer ${token}\r\n`;
const patch = body => head('PATCH /api/v1/units/0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01', `${signed}If-Match: "v0"\r\nConnection: close\r\n`
  + `Content-Type: application/merge-patch+json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);

const ABUSES = {
  'connections that say nothing': () => keep(300, () => connect('')),
  'heads byte by byte': () => keep(300, () => connect(head('GET /api/v1/projects', 'X: '), s => drip(s, 'x', 500))),
  'bodies byte by byte': () => keep(100, () => connect(head('POST /api/v1/auth/login',
    'Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n{'), s => drip(s, ' ', 500))),
  'answers that nobody reads': () => keep(50, () => connect(head('GET /api/v1/projects?limit=200', `${signed}\r\n`).repeat(300), s => s.pause())),
  'a thousand levels of JSON': () => repeat(8, patch(`{"x":${'['.repeat(1000)}`)),
  'a mebibyte of JSON in arrays': () => repeat(8, patch(`{"x":[${'1,'.repeat(520000)}1]}`.slice(0, 1 << 20))),
  'numbers of a million digits': () => repeat(8, patch(`{"version":${'9'.repeat(1000000)}}`)),
  'the same key ten thousand times': () => repeat(8, patch(`{${'"name":"x",'.repeat(10000)}"name":"x"}`)),
  'a mebibyte to sign in with': () => repeat(8, login(`{"username":"${'x'.repeat(1000000)}"}`)),
  'bodies that are too long': () => repeat(8, login('x').replace('Content-Length: 1', 'Content-Length: 52428800')),
  'lines and headers that are too long': () => keep(8, i => connect(i % 2 ? head(`GET /${'x'.repeat(5000)}`, '\r\n')
    : head('GET /', `X: ${'x'.repeat(20000)}\r\n\r\n`))),
  'paths with tricks': () => keep(8, i => connect(head(`GET /api/v1${['//', '/projects;a=b', '/%2e%2e/', '/projects%2f', '/PROJECTS/'][i % 5]}`, `${signed}Connection: close\r\n\r\n`))),
  'methods that do not exist': () => keep(8, i => connect(head(`${['TRACE', 'TRACK', 'GETX', 'CONNECT'][i % 4]} /api/v1/projects`, `${signed}X-HTTP-Method-Override: DELETE\r\nConnection: close\r\n\r\n`))),
  'tokens that are forged': () => keep(8, () => connect(head('GET /api/v1/projects', `Authorization: Bearer ${token.slice(0, -20)}${(++forged + '').padStart(16, 'A')}AAAA\r\nConnection: close\r\n\r\n`))),
  'passwords that are guessed': () => repeat(8, login('{"username":"no-such-person","password":"guessed"}')),
};

/** Until it is told to stop. */
async function misbehave(name) {
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  process.send('ready');
  await once(process, 'message');
  const abusers = ABUSES[name]();
  await once(process, 'message');
  busy = false;
  process.send(`${JSON.stringify(told)}, ${open.size} open`);
  open.forEach(socket => socket.destroy());
  await Promise.all(abusers);
  process.disconnect();
}

/** The healthy ones while somebody misbehaves from the first moment. */
async function beside(name, abuser, tokens, span) {
  const child = fork(process.argv[1], [url, seconds, '', name, abuser]);
  await once(child, 'message');
  child.send('go');
  const seen = await healthy(tokens, span);
  child.send('stop');
  const [abuse] = await once(child, 'message');
  await once(child, 'exit');
  return { ...seen, abuse };
}

function print(name, alone, abused) {
  const [before, after] = [alone, abused].map(rounds => {
    const times = rounds.flatMap(round => round.times);
    return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), failed: rounds.reduce((sum, round) => sum + round.failed, 0) };
  });
  const columns = of => `${before[of].toFixed(1).padStart(6)} ${after[of].toFixed(1).padStart(6)}`;
  console.log(`${name.padEnd(38)} p50 ${columns('p50')}   p99 ${columns('p99')}   x ${(after.p99 / before.p99).toFixed(1)}`
    + `   failed ${before.failed} ${after.failed}   ${abused.at(-1).abuse}`);
  if (after.failed) process.exitCode = 1;
}

async function compare() {
  await healthy(await reporters(url), SPAN / 2); // warm up
  for (const name of Object.keys(ABUSES).filter(one => one.includes(only))) {
    const tokens = await reporters(url); // they live for ten minutes
    const abuser = await signIn(url, 'sysadmin');
    await beside(name, abuser, tokens, 1000);
    const [alone, abused] = [[], []];
    while (abused.length < ROUNDS) {
      alone.push(await healthy(tokens, SPAN));
      abused.push(await beside(name, abuser, tokens, SPAN));
    }
    print(name, alone, abused);
  }
}

await (abused ? misbehave(abused) : compare());
