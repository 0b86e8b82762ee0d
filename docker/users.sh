#!/bin/bash
# Runs once, when the database is created. `migrate` owns the schema; `app` may read it, and after each migration gets what
# it needs on each table and no more: ledger rows can be added by it and never changed.
mysql -uroot -p"$(< /run/secrets/root_password)" << SQL
create user 'migrate'@'%' identified by '$(< /run/secrets/migrate_password)';
create user 'app'@'%' identified by '$(< /run/secrets/app_password)';
grant all on minsheng.* to 'migrate'@'%' with grant option;
grant select on minsheng.* to 'app'@'%';
SQL
