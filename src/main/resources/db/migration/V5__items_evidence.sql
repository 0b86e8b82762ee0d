-- Whether a promise is kept by its items, counted or measured; null where it is not.
alter table indicator add column kept_by varchar(10) character set ascii collate ascii_bin null;

-- One counted thing behind a figure. identity: the thing itself, by government, unit of measure, name and place; null
-- once it is rejected, so that what was refused can be registered again.
create table item (
  id           binary(16)    not null primary key,
  version      int           not null,
  created_at   datetime(6)   not null,
  updated_at   datetime(6)   not null,
  created_from binary(32)    null,
  indicator_id binary(16)    not null,
  project_id   binary(16)    not null,
  unit_id      binary(16)    not null,
  unit_name    varchar(200)  not null,
  name         varchar(200)  not null,
  place        varchar(300)  null,
  longitude    decimal(10,7) null,
  latitude     decimal(10,7) null,
  datum        varchar(10)   character set ascii collate ascii_bin null,
  measure      decimal(15,4) null,
  finished_on  date          null,
  status       varchar(12)   character set ascii collate ascii_bin not null,
  identity     binary(32)    null,
  registered_by binary(16)   null,
  decided_by   binary(16)    null,
  decided_at   datetime(6)   null,
  reason       varchar(1000) null,
  -- the same thing is never counted twice, whoever is quicker
  unique key uk_item_identity (identity),
  -- what counts for a unit's report on a promise, and the register of a promise
  key ix_item_indicator (indicator_id, unit_id, status, finished_on),
  key ix_item_unit (unit_id, id),
  constraint fk_item_indicator foreign key (indicator_id) references indicator (id),
  constraint fk_item_unit foreign key (unit_id) references unit (id)
);

-- A file behind an entry or an item; the bytes lie in the evidence folder under their hash.
create table evidence (
  id           binary(16)    not null primary key,
  version      int           not null,
  created_at   datetime(6)   not null,
  updated_at   datetime(6)   not null,
  created_from binary(32)    null,
  subject_type varchar(20)   character set ascii collate ascii_bin not null,
  subject_id   binary(16)    not null,
  unit_id      binary(16)    not null,
  sha256       binary(32)    not null,
  size         bigint        not null,
  media_type   varchar(100)  character set ascii collate ascii_bin not null,
  file_name    varchar(200)  not null,
  uploaded_by  binary(16)    null,
  key ix_evidence_subject (subject_id, id),
  -- the same file behind something else
  key ix_evidence_sha256 (sha256),
  constraint fk_evidence_unit foreign key (unit_id) references unit (id)
);
