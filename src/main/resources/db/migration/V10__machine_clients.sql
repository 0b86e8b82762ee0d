-- Programs that act for a unit. Their secrets are random, so that a digest is enough; two of them overlap while one
-- replaces the other.
create table client (
  id           binary(16)   not null primary key,
  version      int          not null,
  created_at   datetime(6)  not null,
  updated_at   datetime(6)  not null,
  created_from binary(32)   null,
  name         varchar(100) not null,
  unit_id      binary(16)   not null,
  status       varchar(10)  character set ascii collate ascii_bin not null,
  constraint fk_client_unit foreign key (unit_id) references unit (id)
);
create table client_scope (
  client_id binary(16)  not null,
  scope     varchar(10) character set ascii collate ascii_bin not null,
  primary key (client_id, scope),
  constraint fk_client_scope_client foreign key (client_id) references client (id)
);
create table client_secret (
  id          binary(16)  not null primary key,
  client_id   binary(16)  not null,
  secret_hash binary(32)  not null,
  created_at  datetime(6) not null,
  expires_at  datetime(6) not null,
  used_at     datetime(6) null,
  ended_at    datetime(6) null,
  unique key uk_client_secret_hash (secret_hash),
  constraint fk_client_secret_client foreign key (client_id) references client (id)
);
