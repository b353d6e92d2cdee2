-- One line for each permit, so that the ledger is asked and counted without reading a history. Names are joined when it is read.
-- A permit is found by its id here: row security lets no index over the board's JSON be used.
create table permits (
  plant_id text not null references plants,
  permit_id text not null,
  job_id text not null,
  number text not null,
  operation text not null,
  level text not null,
  risk text not null,
  status text not null,
  place_id text not null,
  place_detail text not null,
  content text not null,
  applied_at bigint not null,
  window_from bigint not null,
  window_to bigint not null,
  applicant text not null,
  work_unit text not null,
  leader text not null,
  guardians text[] not null,
  workers text[] not null,
  approvers text[] not null,
  primary key (plant_id, permit_id)
);
create index permits_by_time on permits (plant_id, window_from desc, permit_id desc);
create index permits_of_job on permits (plant_id, job_id);
create index permits_by_number on permits (plant_id, number);

do $$
declare plant text;
begin
  -- Row security holds here too: the lines of each plant are written as that plant.
  for plant in select plant_id from plants loop
    perform set_config('holdpoint.plant', plant, true);
    insert into permits
    select j.plant_id, p ->> 'id', j.job_id, p ->> 'number', p ->> 'operation', p ->> 'level', p ->> 'risk', j.status, j.place_id,
      coalesce(e.payload -> 'application' ->> 'placeDetail', ''), j.content, e.occurred_at, j.window_from, j.window_to,
      e.payload -> 'application' ->> 'applicant', e.payload -> 'application' ->> 'workUnit', j.leader, j.guardians, j.workers,
      coalesce((select array_agg(distinct a.actor) from events a where a.plant_id = j.plant_id and a.stream_id = j.job_id
                and a.type = 'StepApproved' and a.payload ->> 'permit' = p ->> 'id'), '{}')
    from jobs j cross join lateral jsonb_array_elements(j.permits) p
    join lateral (select payload, occurred_at from events e where e.plant_id = j.plant_id and e.stream_id = j.job_id and e.type = 'JobSubmitted'
                  order by version desc limit 1) e on true;
  end loop;
  perform set_config('holdpoint.plant', '', true);
end $$;

grant select, insert, update, delete on permits to holdpoint_app;
alter table permits enable row level security;
alter table permits force row level security;
create policy of_this_plant on permits using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
