-- How often a reviewer gave the entry back: what the report on units counts.
alter table progress_entry add column returns int not null default 0;

-- Limits of the gap to the plan where a programme has its own.
create table status_limits (
  programme_id binary(16)   not null primary key,
  version      int          not null,
  ahead        decimal(5,2) not null,
  behind       decimal(5,2) not null,
  seriously    decimal(5,2) not null,
  constraint fk_status_limits_programme foreign key (programme_id) references programme (id)
);

-- A human judgement beside the computed light of a project or a promise, until a day; without a light it is withdrawn.
create table rating (
  subject_id  binary(16)    not null primary key,
  version     int           not null,
  project_id  binary(16)    not null,
  light       varchar(10)   character set ascii collate ascii_bin null,
  reason      varchar(1000) not null,
  expires_on  date          not null,
  author_id   binary(16)    null,
  author_name varchar(100)  not null,
  rated_at    datetime(6)   not null,
  -- all ratings of a project and its promises at once
  key ix_rating_project (project_id),
  constraint fk_rating_project foreign key (project_id) references project (id)
);
