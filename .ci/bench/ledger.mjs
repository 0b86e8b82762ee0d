// What the ledger costs and what it withstands; see the file `ledger` beside this one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { JAVA, PORT, ask, database, expect, fill, id, login, openAccount, pause, sql, start } from './app.mjs';

const { MYSQL97_RUN: RUN } = process.env;
const WRITERS = 16;
const say = text => console.error(`[${Math.round(performance.now() / 1000)} s] ${text}`);
const one = text => sql(text).trim();
const number = text => Number(one(text));
const random = below => Math.floor(Math.random() * below);
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const S = { projects: 10, indicators: 30, entries: 3000, hot: 1500 };
let places = 0;

/** The next free place of the load: 40 promises, 25 units, 12 months. */
function draft() {
  const i = places++ % 12000;
  return JSON.stringify({ indicatorId: id('8013', (1 + i % 4) * 10000 + 2020 + (i >> 2) % 10), periodId: id('8014', 1 + Math.floor(i / 1000)),
    unitId: id('8000', 1 + Math.floor(i / 40) % 25), text: { amount: i + 0.25, narrative: `第 ${i} 条进展：主体施工完成，正在进行室内装修，预计下月验收。` } });
}

async function write(seconds, token, port = PORT) {
  const by = new http.Agent({ keepAlive: true, maxSockets: WRITERS });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(Array.from({ length: WRITERS }, async () => {
    while (performance.now() < end) {
      expect(await ask('POST', '/api/v1/progress-entries', { token, body: draft(), by, port }), 201);
      done++;
    }
  }));
  by.destroy();
  return done / seconds;
}

/** The same package, but its Ledger records nothing: compiled here, so that no such switch is in the product. */
function withoutLedger() {
  const folder = `${RUN}/without`;
  cpSync('target/quarkus-app', folder, { recursive: true });
  const source = readFileSync('src/main/java/org/minsheng/ledger/Ledger.java', 'utf8');
  const from = source.indexOf('        Instant now = clock.instant()');
  const to = source.indexOf('    }\n', from);
  mkdirSync(`${RUN}/source`, { recursive: true });
  writeFileSync(`${RUN}/source/Ledger.java`, source.slice(0, from) + source.slice(to));
  const jar = readdirSync(`${folder}/app`).find(name => name.endsWith('.jar'));
  const libraries = readdirSync(`${folder}/lib/main`).map(name => `${folder}/lib/main/${name}`).join(':');
  execFileSync('javac', ['-parameters', '--release', '17', '-proc:none', '-nowarn', '-cp', `${folder}/app/${jar}:${libraries}`, '-d', `${RUN}/classes`,
    `${RUN}/source/Ledger.java`], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('jar', ['uf', `${folder}/app/${jar}`, '-C', `${RUN}/classes`, '.']);
  return folder;
}

/** Bytes an event in all ledger tables: its own events over and over, in their order, until empty pages no longer count. */
function grown() {
  const columns = 'stream, actor_id, actor_unit, action, subject_type, subject_version, unit_path, occurred_at, request_id, body, body_hash, suite, audience, programme_id, project_id';
  const size = number('select count(*) from ledger_event');
  const values = number('select count(*) from ledger_private');
  for (let copy = 0; copy * size < 60000; copy++)
    sql(`set @first := (select max(id) from ledger_event), @idx := (select max(idx) from ledger_sequence);
      insert into ledger_event (event_id, subject_id, ${columns}) select random_bytes(16), random_bytes(16), ${columns} from ledger_event where id <= ${size} order by id;
      insert into ledger_sequence select (@idx := @idx + 1), id, random_bytes(16), 1, random_bytes(32), random_bytes(32), null, 1, occurred_at
        from ledger_event where id > @first order by id;
      insert into ledger_private select random_bytes(16), path, salt, value from ledger_private limit ${values}`);
  sql('analyze table ledger_event, ledger_private, ledger_sequence, ledger_node, ledger_checkpoint');
  for (const line of one(`select table_name, data_length, index_length from information_schema.tables
    where table_schema = 'minsheng' and table_name like 'ledger%'`).split('\n')) say(line);
  return number(`select sum(data_length + index_length) / (select count(*) from ledger_event) from information_schema.tables
    where table_schema = 'minsheng' and table_name like 'ledger%'`);
}

async function throughput(seconds) {
  const figures = { with: [], without: [] };
  const latencies = [];
  let bytes = 0;
  const folders = { with: 'target/quarkus-app', without: withoutLedger() };
  for (const kind of ['with', 'without', 'with', 'without']) {
    database('--innodb-buffer-pool-size=1G');
    const app = await start({ folder: folders[kind] });
    try {
      fill(S);
      places = 0;
      const token = await login('bench1');
      await write(seconds / 2, token);
      const before = number('select coalesce(max(id), 0) from ledger_event');
      figures[kind].push(await write(seconds, token));
      say(`${kind} ledger: ${figures[kind].at(-1).toFixed(0)} writes/s`);
      if (kind === 'without') continue;
      while (number('select count(*) from ledger_pending') > 0
        || number('select s.size - max(c.size) from ledger_state s join ledger_checkpoint c group by s.size') > 0) await pause(200);
      latencies.push(...one(`select timestampdiff(microsecond, e.occurred_at, (select c.created_at from ledger_checkpoint c
        where c.size > s.idx order by c.size limit 1)) / 1000 from ledger_sequence s join ledger_event e on e.id = s.event_pk
        where e.id > ${before}`).split('\n').map(Number));
      bytes = grown();
    } finally {
      app.kill('SIGKILL');
      execFileSync('.ci/mysql97.sh', ['stop'], { stdio: 'ignore' });
    }
  }
  const mean = values => values.reduce((a, b) => a + b) / values.length;
  console.log(`writes/s of ${WRITERS} clients: ${mean(figures.with).toFixed(0)} with, ${mean(figures.without).toFixed(0)} without the ledger: `
    + `${(100 * mean(figures.with) / mean(figures.without)).toFixed(0)} % (bar 55 %)`);
  console.log(`recorded to signed, ms: p50 ${quantile(latencies, 0.5).toFixed(0)}, p99 ${quantile(latencies, 0.99).toFixed(0)}, `
    + `most ${Math.max(...latencies).toFixed(0)} of ${latencies.length} (bar p99 1000)`);
  console.log(`bytes an event in all ledger tables: ${bytes.toFixed(0)} (bar 1200)`);
}

/** Takes the second net away, as whoever owns the database can. */
function untie() {
  for (const trigger of one("select trigger_name from information_schema.triggers where trigger_schema = 'minsheng'").split('\n'))
    if (trigger) sql(`drop trigger ${trigger}`);
}

const TAMPERINGS = {
  'body edited': i => ({ at: i, sql: `update ledger_event e join ledger_sequence s on s.event_pk = e.id
    set e.body = replace(e.body, '"at":"2', '"at":"1') where s.idx = ${i}` }),
  'column edited': i => ({ at: i, sql: `update ledger_event e join ledger_sequence s on s.event_pk = e.id
    set e.occurred_at = e.occurred_at - interval 1 day where s.idx = ${i}` }),
  'body edited with its hash': i => ({ at: i, sql: `update ledger_event e join ledger_sequence s on s.event_pk = e.id
    set e.body = concat(e.body, ' '), e.body_hash = unhex(sha2(concat(e.body, ' '), 256)) where s.idx = ${i}` }),
  'place edited': i => ({ at: i, sql: `update ledger_sequence set sequenced_at = sequenced_at - interval 1 second where idx = ${i}` }),
  'leaf edited': i => ({ at: i, sql: `update ledger_sequence set leaf_hash = unhex(sha2(idx, 256)) where idx = ${i}` }),
  removed: i => ({ at: i, sql: `delete from ledger_sequence where idx = ${i}` }),
  'events swapped': (i, j) => ({ at: Math.min(i, j), sql: `create temporary table x as select idx, event_pk from ledger_sequence where idx in (${i}, ${j});
    update ledger_sequence set event_pk = -idx - 1 where idx in (${i}, ${j});
    update ledger_sequence s join x on x.idx <> s.idx set s.event_pk = x.event_pk where s.idx in (${i}, ${j})` }),
  'added in between': i => ({ at: i, sql: `update ledger_sequence set idx = -idx - 2 where idx >= ${i} order by idx desc;
    update ledger_sequence set idx = -idx - 1 where idx < 0 order by idx;
    insert into ledger_event (event_id, stream, action, subject_type, subject_id, subject_version, unit_path, occurred_at, body, body_hash)
      select unhex(replace(uuid(), '-', '')), 'forged/x', action, 'forged', unhex(replace(uuid(), '-', '')), 0, unit_path, occurred_at, '{}', unhex(sha2('{}', 256))
        from ledger_event limit 1;
    insert into ledger_sequence select ${i}, last_insert_id(), unhex(left(sha2(uuid(), 256), 32)), 1, null, unhex(sha2('x', 256)), null, 1, sequenced_at
      from ledger_sequence where idx = 0` }),
  'end cut off': (i, j, size) => ({ at: size - 1 - i % 50, sql: `delete from ledger_sequence where idx >= ${size - 1 - i % 50};
    update ledger_state set size = ${size - 1 - i % 50}` }),
};

async function tamper(rounds) {
  database();
  const app = await start();
  try {
    fill(S);
    openAccount('bench9', 'AUDIT_ADMIN');
    const token = await login('bench1');
    await write(20, token);
    const total = number('select count(*) from ledger_event');
    while (number('select max(size) from ledger_checkpoint') < total) await pause(200);
    untie();
    // the sequencer looks at the same tables: it is held off while they are wrong
    const tables = ['ledger_event', 'ledger_sequence', 'ledger_state'];
    sql(`set foreign_key_checks = 0; ${tables.map(t => `create table kept_${t} as select * from ${t}`).join('; ')};
      alter table ledger_sequence drop foreign key fk_ledger_sequence_event`);
    const auditor = await login('bench9');
    const verify = async () => JSON.parse(expect(await ask('POST', '/api/v1/ledger/verification', { token: auditor }), 200).text());
    // rows that a benchmark filled were never recorded, so only findings about places count
    const first = (await verify()).firstBadIndex;
    if (first !== null) throw new Error(`found ${first} before anything was done`);
    const missed = [];
    const counts = {};
    for (let round = 0; round < rounds; round++) {
      const kinds = Object.keys(TAMPERINGS);
      const kind = kinds[round % kinds.length];
      const i = 1 + random(total - 2);
      const { at, sql: forged } = TAMPERINGS[kind](i, 1 + (i + 7) % (total - 2), total);
      sql(`set foreign_key_checks = 0; ${forged}`);
      const found = (await verify()).firstBadIndex;
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (found !== at) missed.push(`${kind} at ${at}: found ${found}`);
      // only what differs is put back
      sql(`set foreign_key_checks = 0, unique_checks = 0;
        delete from ledger_event where id not in (select id from kept_ledger_event);
        update ledger_event e join kept_ledger_event k on k.id = e.id set e.body = k.body, e.body_hash = k.body_hash, e.occurred_at = k.occurred_at
          where e.body_hash <> k.body_hash or e.body <> k.body or e.occurred_at <> k.occurred_at;
        ${/swapped|added|cut|removed|place|leaf/.test(kind) ? 'delete from ledger_sequence; insert into ledger_sequence select * from kept_ledger_sequence;' : ''}
        update ledger_state s join kept_ledger_state k on k.id = s.id set s.size = k.size`);
      if (round % 100 === 99) say(`${round + 1} rounds, ${missed.length} missed`);
    }
    console.log(`${rounds} rounds of ${total} events: ${missed.length} not found at their index ${JSON.stringify(counts)}`);
    missed.slice(0, 10).forEach(line => console.log('  ' + line));
    if (missed.length) process.exitCode = 1;
  } finally {
    app.kill('SIGKILL');
  }
}

async function up(port) {
  for (let i = 0; i < 300; i++) {
    try { if ((await ask('GET', '/api/v1/me', { port })).status === 401) return; } catch { /* not yet */ }
    await pause(200);
  }
  throw new Error(`nobody answers at ${port}`);
}

/** The process at the other end of a connection from this port. */
function ownerOf(port) {
  return Number(/pid=(\d+)/.exec(execFileSync('ss', ['-tnpH', `sport = :${port}`]).toString())?.[1]);
}

// Every statement of a round is a point to die at: a trigger of the test makes the statement wait there.
const POINTS = {
  'before its places': 'before insert on ledger_sequence',
  'after its places': 'after insert on ledger_sequence',
  'before a node': 'before insert on ledger_node',
  'before pending goes': 'before delete on ledger_pending',
  'after pending went': 'after delete on ledger_pending',
  'before the state': 'before update on ledger_state',
  'after the state': 'after update on ledger_state',
  'before the checkpoint': 'before insert on ledger_checkpoint',
  'after the checkpoint': 'after insert on ledger_checkpoint',
  'anywhere': null,
};

async function kill(rounds, minutes) {
  const end = performance.now() + minutes * 60_000;
  database();
  const ports = [PORT, PORT + 1];
  // most of the time goes into starts: the first one leaves an archive of its classes behind
  const quickly = ['-XX:TieredStopAtLevel=1', '-XX:+AutoCreateSharedArchive', `-XX:SharedArchiveFile=${RUN}/app.jsa`];
  const first = await start({ port: ports[0], java: quickly });
  first.kill('SIGTERM');
  await new Promise(done => first.on('exit', done));
  let apps = [await start({ port: ports[0], java: quickly })];
  fill(S);
  apps.push(await start({ port: ports[1], java: quickly }));
  let acknowledged = 0;
  let refused = 0;
  let stopped = false;
  const clients = ports.flatMap(port => Array.from({ length: 2 }, async () => {
    const by = new http.Agent({ keepAlive: true });
    let token;
    while (!stopped) {
      try {
        token ??= await login('bench1', port);
        const answer = await ask('POST', '/api/v1/progress-entries', { token, body: draft(), by, port });
        if (answer.status === 201) acknowledged++;
        else if (answer.status === 401) token = undefined;
        else refused++;
      } catch { token = undefined; }
      await pause(600);
    }
  }));
  const points = Object.keys(POINTS);
  const died = {};
  let round = 0;
  try {
    for (round = 0; round < rounds && performance.now() < end; round++) {
      const point = points[round % points.length];
      let victim = round % 2;
      for (const port of ports) await up(port);
      if (POINTS[point]) {
        // whoever leads waits there, long enough to be met; so will its successor, until the trigger is gone
        sql(`delimiter //
create trigger die ${POINTS[point]} for each row begin if user() like 'app@%' then do sleep(1); end if; end//`);
        let waiting = '';
        // a node is written once in 256 events: often enough nobody comes by
        for (let waited = 0; waited < (point === 'before a node' ? 60 : 400) && !waiting; waited++) {
          await pause(50);
          waiting = one("select id, host from performance_schema.processlist where state = 'User sleep' limit 1");
        }
        if (waiting) {
          const [thread, host] = waiting.split(/\s+/);
          const leader = apps.findIndex(app => app.pid === ownerOf(host.split(':').at(-1)));
          if (leader >= 0) victim = leader;
          apps[victim].kill('SIGKILL');
          died[point] = (died[point] ?? 0) + 1;
          await pause(50);
          try { sql(`kill ${thread}`); } catch { /* gone already */ }
        }
        sql('drop trigger die');
      } else {
        await pause(random(400));
        died[point] = (died[point] ?? 0) + 1;
      }
      apps[victim].kill('SIGKILL');
      // the other one leads and works meanwhile
      apps[victim] = await start({ port: ports[victim], java: quickly, wait: false });
      if (round % 20 === 19) say(`${round + 1} rounds, ${acknowledged} acknowledged, log at ${one('select size from ledger_state')}`);
    }
  } finally {
    stopped = true;
  }
  await Promise.all(clients);
  for (const port of ports) await up(port);
  await pause(3000);
  const events = number('select count(*) from ledger_event');
  const facts = {
    acknowledged, refused, events,
    'entries without an event': number("select count(*) from progress_entry p left join ledger_event e on e.subject_type = 'progress-entry' and e.subject_id = p.id where p.programme_id = unhex('00000000000070008011000000000001') and e.id is null"),
    'events without a place': number('select count(*) from ledger_event e left join ledger_sequence s on s.event_pk = e.id where s.idx is null'),
    'places missing': number('select coalesce(max(idx) + 1, 0) - count(*) from ledger_sequence'),
    pending: number('select count(*) from ledger_pending'),
    'acknowledged and lost': Math.max(0, acknowledged - number("select count(*) from progress_entry where programme_id = unhex('00000000000070008011000000000001')")),
  };
  openAccount('bench9', 'AUDIT_ADMIN');
  const auditor = await login('bench9');
  const report = JSON.parse(expect(await ask('POST', '/api/v1/ledger/verification', { token: auditor }), 200).text());
  facts['first bad index'] = report.firstBadIndex;
  facts.checkpoints = report.checkpoints;
  facts['checkpoints or signatures wrong'] = report.findings.filter(f => /CHECKPOINT|SIGNATURE/.test(f.code)).length;
  const bundle = expect(await ask('GET', '/api/v1/ledger/bundle', { token: auditor }), 200).all();
  writeFileSync(`${RUN}/bundle.zip`, bundle);
  const verified = execFileSync(JAVA, ['src/main/resources/META-INF/resources/docs/Verifier.java', `${RUN}/bundle.zip`]).toString().trim().split('\n').at(-1);
  console.log(`${round} kills ${JSON.stringify(died)}`);
  for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`);
  console.log(`  offline: ${verified}`);
  for (const app of apps) app.kill('SIGKILL');
}

const [what, count, minutes] = process.argv.slice(2);
if (what === 'throughput') await throughput(Number(count ?? 10));
else if (what === 'tamper') await tamper(Number(count ?? 1000));
else if (what === 'kill') await kill(Number(count ?? 200), Number(minutes ?? 60));
else { console.error('throughput, tamper or kill'); process.exitCode = 2; }
process.exit();
