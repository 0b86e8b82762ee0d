-- Text compares by utf8mb4_0900_ai_ci, which tells emoji apart; codes and keys compare by their bytes.


-- What was answered under an Idempotency-Key, kept 48 hours; owner is a digest of caller and key.
create table idempotency_key (
  owner        binary(32)    not null primary key,
  request_hash binary(32)    not null,
  status       smallint      null,
  location     varchar(500)  null,
  etag         varchar(100)  null,
  body         longblob      null,
  created_at   datetime(6)   not null,
  key ix_idempotency_key_age (created_at)
);

-- The ledger: see its package. body keeps the exact canonical bytes that body_hash is of.
create table ledger_event (
  id              bigint       not null auto_increment primary key,
  event_id        binary(16)   not null,
  stream          varchar(80)  character set ascii collate ascii_bin not null,
  actor_id        binary(16)   null,
  actor_unit      binary(16)   null,
  action          varchar(80)  character set ascii collate ascii_bin not null,
  subject_type    varchar(40)  character set ascii collate ascii_bin not null,
  subject_id      binary(16)   not null,
  subject_version int          not null,
  unit_path       varchar(255) character set ascii collate ascii_bin not null,
  occurred_at     datetime(6)  not null,
  request_id      varchar(64)  character set ascii collate ascii_bin null,
  body            longtext     character set utf8mb4 collate utf8mb4_bin not null,
  body_hash       binary(32)   not null,
  unique key uk_ledger_event_id (event_id),
  unique key uk_ledger_event_subject (subject_type, subject_id, subject_version)
);
create table ledger_pending (
  event_pk bigint not null primary key,
  constraint fk_ledger_pending_event foreign key (event_pk) references ledger_event (id)
);
create table ledger_private (
  event_id binary(16)   not null,
  path     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  salt     binary(16)   not null,
  value    varchar(500) not null,
  primary key (event_id, path)
);

-- Units: a tree by materialised path (segments sort siblings in their order of entry).
create table unit (
  id            binary(16)   not null primary key,
  version       int          not null,
  created_at    datetime(6)  not null,
  updated_at    datetime(6)  not null,
  created_from  binary(32)   null,
  parent_id     binary(16)   null,
  government_id binary(16)   not null,
  path          varchar(255) character set ascii collate ascii_bin not null,
  children      int          not null,
  code          varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
  type          varchar(20)  character set ascii collate ascii_bin not null,
  name          varchar(200) not null,
  folded        varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
  credit_code   char(18)     character set ascii collate ascii_bin null,
  division_code varchar(12)  character set ascii collate ascii_bin null,
  source        varchar(500) null,
  valid_from    date         not null,
  valid_to      date         null,
  unique key uk_unit_path (path),
  unique key uk_unit_code (government_id, code),
  key ix_unit_parent (parent_id),
  constraint fk_unit_parent foreign key (parent_id) references unit (id)
);
-- How a unit was called and where it stood: one row a time span, the last one open.
create table unit_history (
  unit_id     binary(16)   not null,
  valid_from  date         not null,
  valid_to    date         null,
  name        varchar(200) not null,
  primary key (unit_id, valid_from),
  constraint fk_unit_history_unit foreign key (unit_id) references unit (id)
);
create table unit_group (
  id            binary(16)   not null primary key,
  version       int          not null,
  created_at    datetime(6)  not null,
  updated_at    datetime(6)  not null,
  created_from  binary(32)   null,
  government_id binary(16)   not null,
  code          varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
  name          varchar(200) not null,
  note          varchar(500) null,
  unique key uk_unit_group_code (government_id, code),
  constraint fk_unit_group_government foreign key (government_id) references unit (id)
);
create table unit_group_member (
  group_id   binary(16) not null,
  position   int        not null,
  unit_id    binary(16) not null,
  valid_from date       not null,
  valid_to   date       null,
  primary key (group_id, unit_id, valid_from),
  key ix_unit_group_member_unit (unit_id),
  constraint fk_unit_group_member_group foreign key (group_id) references unit_group (id),
  constraint fk_unit_group_member_unit foreign key (unit_id) references unit (id)
);

-- Accounts and sessions.
create table account (
  id            binary(16)   not null primary key,
  version       int          not null,
  created_at    datetime(6)  not null,
  updated_at    datetime(6)  not null,
  created_from  binary(32)   null,
  username      varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
  display_name  varchar(100) not null,
  unit_id       binary(16)   null,
  status        varchar(20)  character set ascii collate ascii_bin not null,
  password_hash varchar(200) character set ascii collate ascii_bin not null,
  unique key uk_account_username (username),
  key ix_account_unit (unit_id),
  constraint fk_account_unit foreign key (unit_id) references unit (id)
);
create table account_role (
  account_id binary(16)  not null,
  role       varchar(20) character set ascii collate ascii_bin not null,
  primary key (account_id, role),
  constraint fk_account_role_account foreign key (account_id) references account (id)
);
create table session (
  id              binary(16)  not null primary key,
  account_id      binary(16)  not null,
  refresh_hash    binary(32)  not null,
  previous_hash   binary(32)  null,
  created_at      datetime(6) not null,
  used_at         datetime(6) not null,
  expires_at      datetime(6) not null,
  ended_at        datetime(6) null,
  unique key uk_session_refresh (refresh_hash),
  key ix_session_previous (previous_hash),
  key ix_session_account (account_id, ended_at, used_at),
  constraint fk_session_account foreign key (account_id) references account (id)
);

-- Programmes: one year's list of one government, its mandate and its source text.
create table programme (
  id              binary(16)   not null primary key,
  version         int          not null,
  created_at      datetime(6)  not null,
  updated_at      datetime(6)  not null,
  created_from    binary(32)   null,
  government_id   binary(16)   not null,
  year            int          not null,
  title           varchar(200) not null,
  folded          varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
  document_number varchar(100) null,
  notice_title    varchar(300) null,
  issuer          varchar(200) null,
  adopted_by      varchar(200) null,
  adopted_how     varchar(200) null,
  adopted_on      date         null,
  issued_on       date         null,
  publication     varchar(200) null,
  status          varchar(20)  character set ascii collate ascii_bin not null,
  published_at    datetime(6)  null,
  closed_at       datetime(6)  null,
  unique key uk_programme_year (government_id, year),
  constraint fk_programme_government foreign key (government_id) references unit (id)
);
create table source_document (
  id           binary(16)   not null primary key,
  version      int          not null,
  created_at   datetime(6)  not null,
  updated_at   datetime(6)  not null,
  created_from binary(32)   null,
  programme_id binary(16)   not null,
  text         longtext     character set utf8mb4 collate utf8mb4_bin not null,
  sha256       binary(32)   not null,
  annex_start  int          not null,
  annex_end    int          not null,
  unique key uk_source_document_programme (programme_id),
  constraint fk_source_document_programme foreign key (programme_id) references programme (id)
);
create table change_order (
  id              binary(16)    not null primary key,
  version         int           not null,
  created_at      datetime(6)   not null,
  updated_at      datetime(6)   not null,
  created_from    binary(32)    null,
  programme_id    binary(16)    not null,
  subject_type    varchar(20)   character set ascii collate ascii_bin not null,
  subject_id      binary(16)    not null,
  action          varchar(20)   character set ascii collate ascii_bin not null,
  old_value       decimal(15,4) null,
  old_printed     varchar(60)   null,
  new_value       decimal(15,4) null,
  new_printed     varchar(60)   null,
  reason          varchar(1000) not null,
  approved_by     varchar(200)  not null,
  document_number varchar(100)  not null,
  effective_on    date          not null,
  key ix_change_order_programme (programme_id, id),
  key ix_change_order_subject (subject_id, id),
  constraint fk_change_order_programme foreign key (programme_id) references programme (id)
);

-- Projects and their promises.
create table project (
  id             binary(16)    not null primary key,
  version        int           not null,
  created_at     datetime(6)   not null,
  updated_at     datetime(6)   not null,
  created_from   binary(32)    null,
  programme_id   binary(16)    not null,
  ordinal        int           not null,
  code           varchar(20)   character set ascii collate ascii_bin not null,
  name           varchar(200)  not null,
  name_printed   varchar(200)  not null,
  content        varchar(4000) not null,
  folded         text          character set utf8mb4 collate utf8mb4_bin not null,
  lead_cell      varchar(500)  null,
  co_cell        varchar(500)  null,
  contact_person varchar(100)  null,
  leader         varchar(100)  null,
  status         varchar(20)   character set ascii collate ascii_bin not null,
  unique key uk_project_ordinal (programme_id, ordinal),
  constraint fk_project_programme foreign key (programme_id) references programme (id)
);
-- A role of a unit or of a group, with the name it had when it was written; position keeps the printed order.
create table project_role (
  project_id binary(16)   not null,
  role       varchar(4)   character set ascii collate ascii_bin not null,
  position   int          not null,
  unit_id    binary(16)   null,
  group_id   binary(16)   null,
  name       varchar(200) not null,
  primary key (project_id, role, position),
  key ix_project_role_unit (unit_id, role, project_id),
  key ix_project_role_group (group_id),
  constraint fk_project_role_project foreign key (project_id) references project (id),
  constraint fk_project_role_unit foreign key (unit_id) references unit (id),
  constraint fk_project_role_group foreign key (group_id) references unit_group (id)
);
-- What a group was resolved to when the programme was published.
create table project_group_member (
  project_id binary(16)   not null,
  group_id   binary(16)   not null,
  position   int          not null,
  unit_id    binary(16)   not null,
  name       varchar(200) not null,
  primary key (project_id, group_id, position),
  key ix_project_group_member_unit (unit_id),
  constraint fk_project_group_member_project foreign key (project_id) references project (id)
);
create table project_component (
  project_id    binary(16)   not null,
  position      int          not null,
  id            binary(16)   not null,
  mark          varchar(10)  not null,
  name          varchar(200) not null,
  lead_unit_id  binary(16)   null,
  lead_name     varchar(200) null,
  lead_inferred boolean      not null,
  primary key (project_id, position),
  unique key uk_project_component_id (id),
  constraint fk_project_component_project foreign key (project_id) references project (id),
  constraint fk_project_component_unit foreign key (lead_unit_id) references unit (id)
);
create table indicator (
  id                  binary(16)    not null primary key,
  version             int           not null,
  created_at          datetime(6)   not null,
  updated_at          datetime(6)   not null,
  created_from        binary(32)    null,
  project_id          binary(16)    not null,
  component_id        binary(16)    null,
  ordinal             int           not null,
  code                varchar(20)   character set ascii collate ascii_bin not null,
  name                varchar(200)  not null,
  folded              varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
  quote               varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
  span_start          int           null,
  span_end            int           null,
  kind                varchar(20)   character set ascii collate ascii_bin not null,
  commitment          varchar(20)   character set ascii collate ascii_bin not null,
  comparison          varchar(10)   character set ascii collate ascii_bin not null,
  target              decimal(15,4) null,
  printed_value       varchar(30)   null,
  printed_unit        varchar(30)   null,
  original_target     decimal(15,4) null,
  original_printed    varchar(60)   null,
  unit_of_measure     varchar(40)   character set ascii collate ascii_bin not null,
  window_start        date          not null,
  window_end          date          not null,
  headline            boolean       not null,
  weight              decimal(9,4)  not null,
  additive_over_units boolean       not null,
  reporting_basis     varchar(10)   character set ascii collate ascii_bin not null,
  minimum_denominator decimal(15,4) null,
  baseline            decimal(15,4) null,
  status              varchar(20)   character set ascii collate ascii_bin not null,
  unique key uk_indicator_ordinal (project_id, ordinal),
  constraint fk_indicator_project foreign key (project_id) references project (id)
);
