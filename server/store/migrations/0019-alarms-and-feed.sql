-- Alarms as rows, so that they can be listed across jobs. Those that will begin by time alone are written ahead with their
-- beginning: whoever reads compares it with now, and nobody has to wake up for it.
create table alarms (
  plant_id text not null references plants,
  alarm_id text not null,
  job_id text not null,
  key text not null,
  code text not null,
  owner text not null,
  permit_id text,
  started_at bigint not null,
  ended_at bigint,
  result text,
  ended_by text,
  note text not null default '',
  primary key (plant_id, alarm_id)
);
create index alarms_of_job on alarms (plant_id, job_id);
create index alarms_open on alarms (plant_id, started_at) where ended_at is null;
create index alarms_by_start on alarms (plant_id, started_at, alarm_id);

-- Under which code and name a plant reports to its park. No row: the feed is off, and nothing is queued.
create table park_feeds (
  plant_id text not null references plants,
  company_code text not null,
  company_name text not null,
  changed_at bigint not null,
  changed_by text,
  primary key (plant_id)
);

-- When a message was first queued: a list of what waits and what failed is read by time.
alter table outbox add column queued_at bigint not null default 0;
create index outbox_by_seq on outbox (plant_id, counterpart, seq);

grant select, insert, update, delete on alarms to holdpoint_app;
grant select, insert, update, delete on park_feeds to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['alarms', 'park_feeds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
