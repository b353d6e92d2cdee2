-- Who had what cleared, and when it was called off. Nothing is taken back: a false alarm is called off like any other.
create table evacuations (
  plant_id text not null references plants,
  evacuation_id text not null,
  scope jsonb not null,
  reason text not null,
  called_at bigint not null,
  called_by text,
  ended_at bigint,
  ended_by text,
  note text,
  primary key (plant_id, evacuation_id)
);
create index evacuations_standing on evacuations (plant_id) where ended_at is null;

-- Who was at work in it, whether they were inside a space, and who saw them safe.
create table evacuation_heads (
  plant_id text not null,
  evacuation_id text not null,
  person_id text not null,
  job_id text not null,
  was_inside boolean not null,
  safe_at bigint,
  counted_by text,
  primary key (plant_id, evacuation_id, person_id),
  foreign key (plant_id, evacuation_id) references evacuations
);
grant select, insert, update on evacuations, evacuation_heads to holdpoint_app;
do $$
declare t text;
begin
  foreach t in array array['evacuations', 'evacuation_heads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
