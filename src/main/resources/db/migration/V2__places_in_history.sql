-- A unit's history tells where it stood as well as how it was called.
alter table unit_history
  add column parent_id binary(16) null,
  add column path varchar(255) character set ascii collate ascii_bin null;
update unit_history h join unit u on u.id = h.unit_id set h.parent_id = u.parent_id, h.path = u.path;

-- A unit that a publication has counted in can no longer be removed.
alter table project_group_member
  add constraint fk_project_group_member_unit foreign key (unit_id) references unit (id);
