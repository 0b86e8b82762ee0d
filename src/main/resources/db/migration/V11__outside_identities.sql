-- Who somebody is at another issuer (统一身份认证). One of its tokens opens one session: used ones are kept until they end.
-- outside: the other issuer saw the password; factored: it, or we, saw a second factor.
create table outside_identity (
  issuer     varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
  subject    varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  account_id binary(16)   not null,
  bound_at   datetime(6)  not null,
  primary key (issuer, subject),
  unique key uk_outside_identity_account (account_id),
  constraint fk_outside_identity_account foreign key (account_id) references account (id)
);
create table outside_token (
  digest     binary(32)  not null primary key,
  expires_at datetime(6) not null
);
alter table session
  add column outside  boolean not null default false,
  add column factored boolean not null default false;
