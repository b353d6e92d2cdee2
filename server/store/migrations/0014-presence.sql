-- When each guardian was last heard, and when that placed them without doubt. One row a guardian and job, written over by
-- every sign of life; the history keeps only what changed.
create table guardian_heard (
  plant_id text not null references plants,
  job_id text not null,
  person_id text not null,
  heard_at bigint not null,
  placed_at bigint,
  position jsonb,
  primary key (plant_id, job_id, person_id)
);

-- A thinned way, for the question where somebody was; never the source of a decision.
create table guardian_track (
  plant_id text not null references plants,
  job_id text not null,
  person_id text not null,
  at bigint not null,
  position jsonb not null,
  primary key (plant_id, job_id, person_id, at)
);

-- Who is on duty and in which state, so that the board need not read the history of every job. Rebuilt with the line.
alter table jobs add column duty jsonb not null default '[]';
create index jobs_guarded on jobs (plant_id) where status in ('approved', 'active', 'suspended') and duty <> '[]'::jsonb;

-- A short number that somebody knows by heart, for signing in without a picture; locked by itself after wrong ones.
alter table accounts add column pin_hash text;
alter table accounts add column pin_failed_attempts integer not null default 0;
alter table accounts add column pin_locked_until bigint;

grant select, insert, update on guardian_heard to holdpoint_app;
grant select, insert, delete on guardian_track to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['guardian_heard', 'guardian_track'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
