// node .ci/bench/listeners.mjs <url> <token> [listeners] [seconds]
//
// What N listeners to changes (1,000 unless said otherwise) cost the others. Against a running server, e.g. the demo, with the
// token of a supervision office, because the changes that are timed are ratings of the first project:
//
//   TOKEN=$(curl -s 127.0.0.1:8080/api/v1/auth/login -H 'Content-Type: application/json' \
//     -d '{"username":"ducha","password":"Demo-2026-Yanzhou"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
//   ulimit -n 4096; node .ci/bench/listeners.mjs http://127.0.0.1:8080 "$TOKEN" 1000 20
//
// Prints p50 and p99 in ms: of GET /projects one after the other without listeners, beside N idle ones, and while a change
// is delivered to all of them once a second; of the delivery, from the answer to the change until each listener has it.
import http from 'node:http';
import { performance } from 'node:perf_hooks';

const [url, token, count = '1000', seconds = '20'] = process.argv.slice(2);
if (!url || !token) {
  console.error('node .ci/bench/listeners.mjs <url> <token> [listeners] [seconds]');
  process.exit(2);
}
const N = Number(count);
const SPAN = Number(seconds) * 1000;
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
const pause = ms => new Promise(done => setTimeout(done, ms));
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const row = (what, values) => console.log(`${what.padEnd(34)} p50 ${quantile(values, 0.5).toFixed(1).padStart(8)}   p99 ${
  quantile(values, 0.99).toFixed(1).padStart(8)}   of ${values.length}`);

function ask(method, path, body, headers = {}) {
  return new Promise((done, failed) => {
    const started = performance.now();
    const request = http.request(url + path, { method, agent, headers: { Authorization: `Bearer ${token}`,
      ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers } }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('error', failed);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode >= 300) failed(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
        else done({ ms: performance.now() - started, etag: answer.headers.etag, text });
      });
    });
    request.on('error', failed);
    request.end(body && JSON.stringify(body));
  });
}

// when each listener had how many changes
const arrivals = [];
let open = 0;
function listen() {
  return new Promise((done, failed) => {
    const request = http.request(`${url}/api/v1/changes?after=now`, { agent: false,
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' } }, answer => {
      if (answer.statusCode !== 200) return failed(new Error(`listener ${open}: ${answer.statusCode}`));
      open++;
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', part => {
        const frames = (rest + part).split('\n\n');
        rest = frames.pop();
        for (const frame of frames) if (/^event:/m.test(frame)) arrivals.push(performance.now());
        done(request);
      });
      answer.on('close', () => open--);
      answer.on('error', () => {});
    });
    request.on('error', failed);
    request.end();
  });
}

async function reads(span) {
  const times = [];
  for (const until = performance.now() + span; performance.now() < until;) times.push((await ask('GET', '/api/v1/projects?limit=20')).ms);
  return times;
}

const project = JSON.parse((await ask('GET', '/api/v1/projects?limit=1')).text).items[0].id;
const rating = `/api/v1/projects/${project}/rating`;
const expiresOn = new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10);
let etag = (await ask('GET', rating)).etag;
async function change(i) {
  const answer = await ask('PUT', rating, { light: i % 2 ? 'YELLOW' : 'GREEN', reason: `bench ${i}`, expiresOn }, { 'If-Match': etag });
  etag = answer.etag;
  return performance.now();
}

await reads(SPAN / 2); // warm up
row('reads, nobody listens', await reads(SPAN));

const started = performance.now();
const requests = [];
for (let i = 0; i < N; i += 50) requests.push(...await Promise.all(Array.from({ length: Math.min(50, N - i) }, listen)));
console.log(`${open} listeners in ${((performance.now() - started) / 1000).toFixed(1)} s`);
await pause(1000);
row(`reads beside ${N} idle listeners`, await reads(SPAN));

const delivered = [];
let busy = true;
const beside = (async () => {
  const times = [];
  while (busy) times.push((await ask('GET', '/api/v1/projects?limit=20')).ms);
  return times;
})();
for (let i = 0; i < Math.max(5, SPAN / 1000); i++) {
  arrivals.length = 0;
  const answered = await change(i);
  const listening = open;
  for (let waited = 0; arrivals.length < listening && waited < 10000; waited += 50) await pause(50);
  if (arrivals.length < listening) console.log(`change ${i}: ${arrivals.length} of ${listening} listeners have it`);
  delivered.push(...arrivals.map(at => Math.max(0, at - answered)));
  await pause(1000);
}
busy = false;
row('reads while changes are delivered', await beside);
row('delivery', delivered);
requests.forEach(request => request.destroy());
agent.destroy();
