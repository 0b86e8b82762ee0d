-- Rows for measuring, the same at every run: arithmetic on the row number, no chance. Set before:
--   @projects @indicators @entries   how many; @hot of the entries belong to indicator 1
--   @years   0: districts of ten projects each, in 2026; 1: one district whose projects go round the years 2020 to 2029
-- Ids end in the number of the row, e.g. project 7 is 00000000-0000-7000-8002-000000000007.
set @t := '2026-01-01 00:00:00', @units := if(@years, 100, 4), unique_checks = 0, foreign_key_checks = 0;

drop table if exists bench_digit, bench_n;
create table bench_digit (d int not null primary key);
insert into bench_digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
create table bench_n (n int not null primary key);
insert into bench_n select a.d * 1000 + b.d * 100 + c.d * 10 + e.d
  from bench_digit a, bench_digit b, bench_digit c, bench_digit e;

-- districts and their units: 0, 1000, 2000 … and below each some; the first has enough for the load
insert into unit (id, version, created_at, updated_at, government_id, path, children, code, type, name, folded, valid_from)
select unhex(concat('00000000000070008000', lpad(n * 1000, 12, '0'))), 0, @t, @t,
       unhex(concat('00000000000070008000', lpad(n * 1000, 12, '0'))), concat(lpad(n, 18, '0'), '/'), 100,
       concat('D', n), 'GOVERNMENT', concat('第', n, '区'), concat('第', n, '区'), '2019-01-01'
  from bench_n where n < if(@years, 1, ceiling(@projects / 10));
insert into unit (id, version, created_at, updated_at, parent_id, government_id, path, children, code, type, name, folded, valid_from)
select unhex(concat('00000000000070008000', lpad(g.n * 1000 + u.n, 12, '0'))), 0, @t, @t,
       unhex(concat('00000000000070008000', lpad(g.n * 1000, 12, '0'))),
       unhex(concat('00000000000070008000', lpad(g.n * 1000, 12, '0'))),
       concat(lpad(g.n, 18, '0'), '/', lpad(u.n, 4, '0'), '/'), 0, concat('U', u.n), 'DEPARTMENT',
       concat('第', u.n, '局'), concat('第', u.n, '局'), '2019-01-01'
  from bench_n g join bench_n u on u.n between 1 and if(g.n = 0 and @years = 0, 25, @units)
 where g.n < if(@years, 1, ceiling(@projects / 10));
insert into unit_history (unit_id, valid_from, name, parent_id, path) select id, valid_from, name, parent_id, path from unit;

-- two people of the first district, so that one may decide what the other has submitted; password Bench-2026-Ledger
insert into account (id, version, created_at, updated_at, username, display_name, unit_id, status)
select unhex(concat('00000000000070008005', lpad(n, 12, '0'))), 0, @t, @t, concat('bench', n), concat('bench', n),
       unhex(concat('00000000000070008000', lpad(if(n = 2, 1, 0), 12, '0'))), 'ACTIVE'
  from bench_n where n in (1, 2);
insert into credential (account_id, password_hash, password_set_at)
select id, '$argon2id$v=19$m=19456,t=2,p=1$bWluc2hlbmctYmVuY2gtMQ$q6HjonqzqWQsUAKzlpANQS5o8zY3nqwfArc5RU2AoRQ', utc_timestamp(6)
  from account where username like 'bench%';
insert into account_role (account_id, role)
select id, role from account join (select 'REPORTER' as role union select 'SUPERVISOR') r where username = 'bench1'
union all select id, 'REVIEWER' from account where username = 'bench2';

insert into programme (id, version, created_at, updated_at, government_id, year, title, folded, status, published_at)
select unhex(concat('00000000000070008001', lpad(if(@years, 2020 + n, n + 1), 12, '0'))), 0, @t, @t,
       unhex(concat('00000000000070008000', lpad(if(@years, 0, n * 1000), 12, '0'))), if(@years, 2020 + n, 2026),
       '民生实事', '民生实事', 'PUBLISHED', @t
  from bench_n where n < if(@years, 10, ceiling(@projects / 10));
-- months of the programme's year, or of all ten years, ten years ago so that all of them have begun
insert into period (id, version, created_at, updated_at, programme_id, code, starts_on, ends_on, due_on, status)
select unhex(concat('00000000000070008004', lpad(p.n * 1000000 + y.y * 100 + m.n, 12, '0'))), 0, @t, @t,
       unhex(concat('00000000000070008001', lpad(p.n, 12, '0'))), concat(y.y, '-', lpad(m.n, 2, '0')),
       concat(y.y - if(@years, 10, 0), '-', lpad(m.n, 2, '0'), '-01'),
       last_day(concat(y.y - if(@years, 10, 0), '-', lpad(m.n, 2, '0'), '-01')),
       last_day(concat(y.y - if(@years, 10, 0), '-', lpad(m.n, 2, '0'), '-01')) + interval 5 day, 'OPEN'
  from (select n from bench_n where n between if(@years, 2020, 1) and if(@years, 2029, ceiling(@projects / 10))) p
  join (select d + if(@years, 2020, 2026) as y from bench_digit where d = 0 or @years) y
  join (select n from bench_n where n between 1 and 12) m;

-- project k: k counts from 0, ids from 1
drop table if exists bench_project;
create table bench_project as
select k, if(@years, 0, k div 10 * 1000) as gov, if(@years, 2020 + k mod 10, 1 + k div 10) as prog,
       if(@years, 2020 + k mod 10, 2026) as year, 1 + if(@years, k div 10, k mod 10) as ordinal,
       if(@years, 0, k div 10 * 1000) + 1 + if(@years, k div 10, k) mod 4 as lead_unit
  from (select a.n * 10000 + b.n as k from bench_n a join bench_n b where a.n <= @projects div 10000) x where k < @projects;
alter table bench_project add primary key (k);
insert into project (id, version, created_at, updated_at, programme_id, ordinal, code, name, name_printed, content, folded, status)
select unhex(concat('00000000000070008002', lpad(k + 1, 12, '0'))), 0, @t, @t,
       unhex(concat('00000000000070008001', lpad(prog, 12, '0'))), ordinal, ordinal, concat('第', k + 1, '项'),
       concat('第', k + 1, '项'), concat('第', k + 1, '项：', repeat('新增护理型床位至少一百张。', 20)), concat('第', k + 1, '项'), 'ACTIVE'
  from bench_project;
insert into project_role (project_id, role, position, unit_id, name)
select unhex(concat('00000000000070008002', lpad(k + 1, 12, '0'))), if(r.n = 0, 'LEAD', 'CO'), greatest(r.n, 1),
       unhex(concat('00000000000070008000', lpad(if(r.n = 0, lead_unit, gov + r.n - 1), 12, '0'))), '单位'
  from bench_project join (select n from bench_n where n < 3) r;

insert into indicator (id, version, created_at, updated_at, project_id, ordinal, code, name, folded, quote, kind, commitment,
                       comparison, target, printed_value, printed_unit, unit_of_measure, window_start, window_end, headline,
                       weight, additive_over_units, reporting_basis, status)
select unhex(concat('00000000000070008003', lpad(i + 1, 12, '0'))), 0, @t, @t,
       unhex(concat('00000000000070008002', lpad(k + 1, 12, '0'))), 1 + i div @projects,
       concat(ordinal, '.', 1 + i div @projects), concat('指标', i + 1), concat('指标', i + 1), '新增护理型床位至少 100 张',
       'INCREMENT', 'FLOOR', 'GE', 1000 + (i * 7919 mod 90000) + 0.25, '100', '张', 'bed', concat(year, '-01-01'),
       concat(year, '-12-31'), true, 1, true, 'PERIOD', 'ACTIVE'
  from (select a.n * 10000 + b.n as i from bench_n a join bench_n b where a.n <= @indicators div 10000) x
  join bench_project on k = i mod @projects where i < @indicators;

-- the first @hot entries are indicator 1's, the others go round; what finds its place taken is history
drop procedure if exists bench_entries;
delimiter //
create procedure bench_entries(total bigint, hot bigint, projects bigint, indicators bigint, units bigint)
begin
  declare done bigint default 0;
  while done < total do
    insert into progress_entry (id, version, created_at, updated_at, programme_id, project_id, indicator_id, period_id,
                                period_start, unit_id, unit_name, status, place, amount, narrative, submitted_by,
                                submitted_at, late, decided_by, decided_at, demonstration, returns)
    select unhex(concat('00000000000070008006', lpad(e + 1, 12, '0'))), 2,
           '2026-01-01' + interval e * 3 second, '2026-01-01' + interval e * 3 second,
           unhex(concat('00000000000070008001', lpad(prog, 12, '0'))), unhex(concat('00000000000070008002', lpad(k + 1, 12, '0'))),
           unhex(concat('00000000000070008003', lpad(ind, 12, '0'))),
           unhex(concat('00000000000070008004', lpad(prog * 1000000 + year * 100 + month, 12, '0'))),
           concat(year, '-', lpad(month, 2, '0'), '-01'), unhex(concat('00000000000070008000', lpad(gov + unit, 12, '0'))),
           concat('第', unit, '局'),
           case when j >= units * 12 then 'SUPERSEDED' when slot mod 5 < 3 then 'APPROVED'
                when slot mod 5 = 3 then 'SUBMITTED' else 'RETURNED' end,
           if(j >= units * 12, null, 1), ((e * 6151) mod 1000000) / 400 + 0.0625,
           if(e mod 3 = 0, null, concat('第 ', e + 1, ' 条进展：主体施工完成，正在进行室内装修，预计下月验收。')),
           unhex('00000000000070008005000000000001'), '2026-01-01' + interval e * 3 second, false,
           unhex('00000000000070008005000000000002'), '2026-01-01' + interval e * 3 second, false, 0
      from (select e, ind, j, j mod (units * 12) as slot, 1 + j mod units as unit, 1 + (j mod (units * 12)) div units as month
              from (select e, if(e < hot, 1, 2 + (e - hot) mod (indicators - 1)) as ind,
                           if(e < hot, e, (e - hot) div (indicators - 1)) as j
                      from (select done + a.n * 10000 + b.n as e from bench_n a join bench_n b where a.n < 10) x
                     where e < total) y) z
      join bench_project on k = (ind - 1) mod projects
     order by e;
    set done = done + 100000;
  end while;
end//
delimiter ;
call bench_entries(@entries, @hot, @projects, @indicators, @units);
drop procedure bench_entries;

insert into standing (indicator_id, programme_id, project_id, version, amount, reported, demonstration, entries, last_period,
                      last_reported, last_approved_at)
select indicator_id, programme_id, project_id, 0, sum(if(status = 'APPROVED', amount, 0)), true, false,
       sum(status = 'APPROVED'), max(if(status = 'APPROVED', period_start, null)), max(period_start), max(decided_at)
  from progress_entry where place = 1 and status <> 'RETURNED' group by indicator_id, programme_id, project_id;

-- the load: 40 promises of 2019 that 25 units report on, all of it free; their numbers end in 12020 to 42029
insert into programme (id, version, created_at, updated_at, government_id, year, title, folded, status, published_at)
values (unhex('00000000000070008011000000000001'), 0, @t, @t, unhex('00000000000070008000000000000000'), 2019, '负载', '负载',
        'PUBLISHED', @t);
insert into period (id, version, created_at, updated_at, programme_id, code, starts_on, ends_on, due_on, status)
select unhex(concat('00000000000070008014', lpad(n, 12, '0'))), 0, @t, @t, unhex('00000000000070008011000000000001'),
       concat('2019-', lpad(n, 2, '0')), concat('2019-', lpad(n, 2, '0'), '-01'),
       last_day(concat('2019-', lpad(n, 2, '0'), '-01')), last_day(concat('2019-', lpad(n, 2, '0'), '-01')) + interval 5 day, 'OPEN'
  from bench_n where n between 1 and 12;
insert into project (id, version, created_at, updated_at, programme_id, ordinal, code, name, name_printed, content, folded, status)
values (unhex('00000000000070008012000000000001'), 0, @t, @t, unhex('00000000000070008011000000000001'), 1, '1', '负载', '负载',
        '负载', '负载', 'ACTIVE');
insert into project_role (project_id, role, position, unit_id, name)
select unhex('00000000000070008012000000000001'), if(n = 1, 'LEAD', 'CO'), if(n = 1, 1, n + 1),
       unhex(concat('00000000000070008000', lpad(n, 12, '0'))), '单位'
  from bench_n where n <= 25;
insert into indicator (id, version, created_at, updated_at, project_id, ordinal, code, name, folded, quote, kind, commitment,
                       comparison, target, printed_value, printed_unit, unit_of_measure, window_start, window_end, headline,
                       weight, additive_over_units, reporting_basis, status)
select unhex(concat('00000000000070008013', lpad(u.d * 10000 + 2020 + y.d, 12, '0'))), 0, @t, @t,
       unhex('00000000000070008012000000000001'), u.d * 10 + y.d, concat(u.d, '.', y.d), '负载', '负载', '负载', 'INCREMENT', 'FLOOR',
       'GE', 1000, '1000', '张', 'bed', '2019-01-01', '2019-12-31', true, 1, true, 'PERIOD', 'ACTIVE'
  from bench_digit u join bench_digit y where u.d between 1 and 4;

drop table bench_digit, bench_n, bench_project;
set unique_checks = 1, foreign_key_checks = 1;
analyze table unit, programme, period, project, project_role, indicator, progress_entry, standing;
