-- Reporting periods of a programme. Closing locks the row, so that no submission slips in beside it.
create table period (
  id           binary(16)  not null primary key,
  version      int         not null,
  created_at   datetime(6) not null,
  updated_at   datetime(6) not null,
  created_from binary(32)  null,
  programme_id binary(16)  not null,
  code         varchar(10) character set ascii collate ascii_bin not null,
  starts_on    date        not null,
  ends_on      date        not null,
  due_on       date        not null,
  status       varchar(10) character set ascii collate ascii_bin not null,
  closed_at    datetime(6) null,
  unique key uk_period_code (programme_id, code),
  -- the latest due period of a programme on a day
  key ix_period_due (programme_id, due_on),
  constraint fk_period_programme foreign key (programme_id) references programme (id)
);
-- A closed period opened once more for one unit until a day.
create table period_extension (
  id           binary(16)    not null primary key,
  version      int           not null,
  created_at   datetime(6)   not null,
  updated_at   datetime(6)   not null,
  created_from binary(32)    null,
  period_id    binary(16)    not null,
  unit_id      binary(16)    not null,
  until_on     date          not null,
  reason       varchar(1000) not null,
  key ix_period_extension (period_id, unit_id, until_on),
  constraint fk_period_extension_period foreign key (period_id) references period (id),
  constraint fk_period_extension_unit foreign key (unit_id) references unit (id)
);

-- What one unit reports on one promise for one period. place: 1 the live entry, 2 a correction on its way, null history.
create table progress_entry (
  id             binary(16)    not null primary key,
  version        int           not null,
  created_at     datetime(6)   not null,
  updated_at     datetime(6)   not null,
  created_from   binary(32)    null,
  programme_id   binary(16)    not null,
  project_id     binary(16)    not null,
  indicator_id   binary(16)    not null,
  period_id      binary(16)    not null,
  period_start   date          not null,
  unit_id        binary(16)    not null,
  unit_name      varchar(200)  not null,
  status         varchar(12)   character set ascii collate ascii_bin not null,
  place          tinyint       null,
  amount         decimal(15,4) null,
  numerator      decimal(15,4) null,
  denominator    decimal(15,4) null,
  done_on        date          null,
  narrative      varchar(4000) null,
  next_steps     varchar(4000) null,
  difficulties   varchar(4000) null,
  reason_code    varchar(30)   character set ascii collate ascii_bin null,
  reason         varchar(1000) null,
  supersedes_id  binary(16)    null,
  submitted_by   binary(16)    null,
  submitted_at   datetime(6)   null,
  late           boolean       not null,
  warnings       varchar(500)  null,
  decided_by     binary(16)    null,
  decided_at     datetime(6)   null,
  return_reason  varchar(1000) null,
  demonstration  boolean       not null,
  -- one live entry and one correction of it, whoever is quicker
  unique key uk_progress_entry_place (indicator_id, unit_id, period_id, place),
  -- history of a promise, newest period first: a walk backwards over (indicator_id, period_start, id)
  key ix_progress_entry_history (indicator_id, period_start, id),
  -- what a unit has reported for a period; also the queue of its drafts
  key ix_progress_entry_unit (unit_id, period_start, id),
  -- the review queue and everything of a programme, newest first
  key ix_progress_entry_programme (programme_id, status, period_start, id),
  key ix_progress_entry_period (period_id, status),
  constraint fk_progress_entry_indicator foreign key (indicator_id) references indicator (id),
  constraint fk_progress_entry_period foreign key (period_id) references period (id),
  constraint fk_progress_entry_unit foreign key (unit_id) references unit (id),
  constraint fk_progress_entry_supersedes foreign key (supersedes_id) references progress_entry (id)
);

-- The planned curve of a promise: share of the target to be reached by the end of a day.
create table trajectory_point (
  indicator_id binary(16)     not null,
  on_day       date           not null,
  share        decimal(12,10) not null,
  primary key (indicator_id, on_day),
  constraint fk_trajectory_point_indicator foreign key (indicator_id) references indicator (id)
);
-- A target split over units.
create table allocation (
  indicator_id binary(16)    not null,
  unit_id      binary(16)    not null,
  position     int           not null,
  amount       decimal(15,4) not null,
  primary key (indicator_id, unit_id),
  constraint fk_allocation_indicator foreign key (indicator_id) references indicator (id),
  constraint fk_allocation_unit foreign key (unit_id) references unit (id)
);

-- The current numbers of every promise, kept by the transaction that changes them; can be made again from the entries.
create table standing (
  indicator_id    binary(16)    not null primary key,
  programme_id    binary(16)    not null,
  project_id      binary(16)    not null,
  version         int           not null,
  amount          decimal(19,4) null,
  numerator       decimal(19,4) null,
  denominator     decimal(19,4) null,
  done_on         date          null,
  reported        boolean       not null,
  demonstration   boolean       not null,
  entries         int           not null,
  last_period     date          null,
  last_reported   date          null,
  last_approved_at datetime(6)  null,
  key ix_standing_project (project_id),
  key ix_standing_programme (programme_id),
  constraint fk_standing_indicator foreign key (indicator_id) references indicator (id)
);
