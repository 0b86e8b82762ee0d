-- What proves who somebody is, apart from the account: it changes at every attempt to sign in, the account only by its
-- administrators. password_until: somebody else knows the password, it has to be changed before then.
create table credential (
  account_id      binary(16)   not null primary key,
  password_hash   varchar(200) character set ascii collate ascii_bin not null,
  password_set_at datetime(6)  not null,
  password_until  datetime(6)  null,
  failures        int          not null default 0,
  failing_since   datetime(6)  null,
  locked_until    datetime(6)  null,
  used_at         datetime(6)  null,
  factor_seed     varbinary(100) null,
  factor_since    datetime(6)  null,
  factor_step     bigint       not null default 0,
  factor_next     varbinary(100) null,
  constraint fk_credential_account foreign key (account_id) references account (id)
);
-- passwords of before: their age counts from this upgrade
insert into credential (account_id, password_hash, password_set_at)
  select id, password_hash, utc_timestamp(6) from account;
alter table account drop column password_hash;

create table former_password (
  account_id    binary(16)   not null,
  set_at        datetime(6)  not null,
  password_hash varchar(200) character set ascii collate ascii_bin not null,
  primary key (account_id, set_at),
  constraint fk_former_password_account foreign key (account_id) references account (id)
);
create table recovery_code (
  account_id binary(16)  not null,
  code_hash  binary(32)  not null,
  used_at    datetime(6) null,
  primary key (account_id, code_hash),
  constraint fk_recovery_code_account foreign key (account_id) references account (id)
);

-- proven_at: when the person last gave password and code. successor: the token that follows previous_hash, readable only
-- with that one, for an answer that got lost on its way.
alter table session
  add column proven_at   datetime(6)  null,
  add column transport   varchar(10)  character set ascii collate ascii_bin not null default 'BODY',
  add column successor   varbinary(100) null,
  add column client_hash binary(32)   null,
  add column client      varchar(200) null,
  add column address     varchar(45)  character set ascii collate ascii_bin null;
update session set proven_at = created_at;

-- One row while the first three administrators are still to come.
create table bootstrap (
  id          tinyint     not null primary key,
  secret_hash binary(32)  not null,
  expires_at  datetime(6) not null
);
