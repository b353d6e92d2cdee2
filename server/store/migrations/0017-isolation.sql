-- Where energy can be cut off. The row keeps the register's words beside the condition that its history has led to; the condition
-- can be rebuilt from the events.
create table isolation_points (
  plant_id text not null references plants,
  point_id text not null,
  place_id text not null,
  number text not null,
  name text not null,
  kind text not null,
  energy text not null,
  always_for text[] not null default '{}',
  named_by text[] not null default '{}',
  condition jsonb not null default '{"at": "in-service"}',
  version integer not null default 0,
  primary key (plant_id, point_id),
  unique (plant_id, number),
  foreign key (plant_id, place_id) references places (plant_id, place_id)
);
create index isolation_points_of_place on isolation_points (plant_id, place_id);
create index isolation_points_of_job on isolation_points using gin (named_by);

-- What happened at each point, chained like the history of a job.
create table isolation_events (
  plant_id text not null references plants,
  point_id text not null,
  version integer not null check (version > 0),
  type text not null,
  payload jsonb not null,
  job_id text not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  actor text not null,
  previous_hash text not null,
  hash text not null,
  primary key (plant_id, point_id, version)
);
create index isolation_events_of_job on isolation_events (plant_id, job_id);

grant select, insert, update on isolation_points to holdpoint_app;
grant select, insert on isolation_events to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['isolation_points', 'isolation_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
