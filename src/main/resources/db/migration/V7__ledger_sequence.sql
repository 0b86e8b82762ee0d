-- Where an event belongs, so that feed and history are read by an index and never by looking into bodies.
-- suite: what its hashes are; 1 is SHA-256.
alter table ledger_event
  add column suite        tinyint    not null default 1,
  add column audience     varchar(10) character set ascii collate ascii_bin not null default 'AUDIT',
  add column programme_id binary(16) null,
  add column project_id   binary(16) null;
alter table evidence
  add column programme_id binary(16) null,
  add column project_id   binary(16) null;
update evidence v join progress_entry e on e.id = v.subject_id
  set v.programme_id = e.programme_id, v.project_id = e.project_id;
update evidence v join item i on i.id = v.subject_id join project p on p.id = i.project_id
  set v.programme_id = p.programme_id, v.project_id = p.id;

-- What was recorded before says where it belongs in its body, or its row still does.
update ledger_event set programme_id = subject_id where subject_type = 'programme';
update ledger_event set programme_id = unhex(replace(json_unquote(json_extract(body, '$.state.programmeId')), '-', ''))
  where subject_type in ('source-document', 'change-order', 'period', 'progress-entry');
update ledger_event
  set project_id = subject_id,
      programme_id = unhex(replace(json_unquote(json_extract(body, '$.state.project.programmeId')), '-', ''))
  where subject_type = 'project';
update ledger_event set project_id = unhex(replace(json_unquote(coalesce(json_extract(body, '$.state.projectId'),
    json_extract(body, '$.state.indicator.projectId'))), '-', ''))
  where subject_type in ('indicator', 'progress-entry', 'item');
update ledger_event e join change_order o on o.id = e.subject_id left join indicator i on i.id = o.subject_id
  set e.project_id = coalesce(i.project_id, o.subject_id) where e.subject_type = 'change-order';
update ledger_event e join rating r on r.subject_id = e.subject_id
  set e.project_id = r.project_id where e.subject_type = 'rating';
update ledger_event e join evidence v on v.id = e.subject_id
  set e.project_id = v.project_id where e.subject_type = 'evidence';
update ledger_event set programme_id = subject_id where subject_type = 'status-limits';
update ledger_event e join period_extension x on x.id = e.subject_id join period p on p.id = x.period_id
  set e.programme_id = p.programme_id where e.subject_type = 'period-extension';
update ledger_event e join project p on p.id = e.project_id set e.programme_id = p.programme_id where e.programme_id is null;
update ledger_event e left join programme g on g.id = e.programme_id
  set e.audience = case
    when e.subject_type = 'account' then 'ACCOUNTS'
    when e.subject_type in ('programme', 'source-document', 'project', 'indicator') and coalesce(g.status, 'DRAFT') = 'DRAFT' then 'DRAFT'
    when e.subject_type = 'evidence' then 'WORK'
    when e.subject_type = 'progress-entry' and json_unquote(json_extract(e.body, '$.state.status')) not in ('APPROVED', 'SUPERSEDED') then 'WORK'
    when e.subject_type = 'item' and json_unquote(json_extract(e.body, '$.state.status')) <> 'ACCEPTED' then 'WORK'
    else 'GOVERNMENT' end;

-- a project's story and its states at an instant; the same of a programme; what one person did
create index ix_ledger_event_project on ledger_event (project_id, subject_type, id);
create index ix_ledger_event_programme on ledger_event (programme_id, subject_type, id);
create index ix_ledger_event_actor on ledger_event (actor_id, id);

-- The place the sequencer gave an event: idx counts from 0 without gaps, and is the cursor of the change feed. stream is the
-- first half of the SHA-256 of its name. found is what a body hashed to that no longer had its hash.
create table ledger_sequence (
  idx           bigint      not null primary key,
  event_pk      bigint      not null,
  stream        binary(16)  not null,
  stream_seq    int         not null,
  previous_leaf binary(32)  null,
  leaf_hash     binary(32)  not null,
  found         binary(32)  null,
  suite         tinyint     not null,
  sequenced_at  datetime(6) not null,
  unique key uk_ledger_sequence_event (event_pk),
  unique key uk_ledger_sequence_stream (stream, stream_seq),
  constraint fk_ledger_sequence_event foreign key (event_pk) references ledger_event (id)
);
-- Roots of complete subtrees of 256, 65536, … leaves (level 1, 2, …): with the leaves they are the tiles.
create table ledger_node (
  level tinyint    not null,
  idx   bigint     not null,
  hash  binary(32) not null,
  primary key (level, idx)
);
-- One row: who holds it leads. frontier: roots of the complete subtrees that make up the tree, largest first.
create table ledger_state (
  id           tinyint      not null primary key,
  size         bigint       not null,
  frontier     varbinary(2048) not null,
  verifier_key varchar(300) character set utf8mb4 collate utf8mb4_bin null,
  last_at      datetime(6)  null
);
insert into ledger_state (id, size, frontier) values (1, 0, '');
create table ledger_checkpoint (
  size       bigint      not null primary key,
  root       binary(32)  not null,
  suite      tinyint     not null,
  note       text        character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(6) not null
);
-- Every key that signs, from the size on from which it does; suite 1 is Ed25519, 2 is SM2 with SM3.
create table ledger_key (
  verifier_key varchar(300) character set utf8mb4 collate utf8mb4_bin not null primary key,
  suite        tinyint      not null,
  from_size    bigint       not null
);
-- A witness's signature under a checkpoint.
create table ledger_cosignature (
  size       bigint       not null,
  witness    varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  line       varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(6)  not null,
  primary key (size, witness),
  constraint fk_ledger_cosignature_checkpoint foreign key (size) references ledger_checkpoint (size)
);
-- An answer that is given again brings its receipt again.
alter table idempotency_key add column receipt varchar(4000) character set ascii collate ascii_bin null;
