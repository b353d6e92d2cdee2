-- The blind register: what is on the map, on the tag and in the pipe.
create table blinds (
  plant_id text not null references plants,
  number text not null,
  place_id text not null,
  pipe text not null,
  medium text not null,
  temperature_celsius numeric not null,
  pressure_mpa numeric not null,
  material text not null,
  specification text not null,
  map_number text not null,
  primary key (plant_id, number),
  foreign key (plant_id, place_id) references places (plant_id, place_id)
);

-- How each blind came to be where it is: by a job, or by what somebody stated at the register. Only ever appended to.
create table blind_states (
  plant_id text not null references plants,
  number text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('planned', 'in-work', 'installed', 'removed')),
  job_id text,
  permit_number text,
  stated_by text,
  note text not null default '',
  occurred_at bigint not null,
  primary key (plant_id, number, version),
  foreign key (plant_id, number) references blinds (plant_id, number),
  check ((job_id is null) <> (stated_by is null))
);

-- Which blind a job is about and what is done in it, on its line, so that its neighbours need not read its history.
alter table jobs add column blind text;
alter table jobs add column activities text[] not null default '{}';
do $$
declare p text;
begin
  for p in select plant_id from plants loop
    perform set_config('holdpoint.plant', p, true);
    update jobs j set
      blind = case when exists (select from jsonb_array_elements(j.permits) m where m ->> 'operation' = 'blinding')
        then btrim(s.fields ->> 'blinding.blind-number') end,
      activities = array(select f.value #>> '{}' from jsonb_each(s.fields) f where f.key like '%.activity' and jsonb_typeof(f.value) = 'string')
    from (
      select distinct on (e.stream_id) e.stream_id, e.payload -> 'application' -> 'fields' as fields from events e
      where e.plant_id = p and e.type = 'JobSubmitted' order by e.stream_id, e.version desc) s
    where j.plant_id = p and j.job_id = s.stream_id;
  end loop;
end $$;

grant select, insert, update on blinds to holdpoint_app;
grant select, insert on blind_states to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['blinds', 'blind_states'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
