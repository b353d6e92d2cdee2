-- When a job's people were at work, on its line, so that their hours can be summed without reading histories.
alter table jobs add column work jsonb not null default '[]';

-- When somebody was on duty, by the gate or by HR. Written over by whoever told it, until the stretch has its end.
create table attendance (
  plant_id text not null references plants,
  person_id text not null,
  from_at bigint not null,
  to_at bigint check (to_at is null or to_at > from_at),
  source text not null,
  told_at bigint not null,
  primary key (plant_id, person_id, from_at),
  foreign key (plant_id, person_id) references people (plant_id, person_id)
);
grant select, insert, update on attendance to holdpoint_app;
alter table attendance enable row level security;
alter table attendance force row level security;
create policy of_this_plant on attendance using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
