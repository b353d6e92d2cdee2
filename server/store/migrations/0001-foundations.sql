-- Plants, the history, and what a transaction needs around it. plant_id leads every key, so that the same schema can be
-- distributed by plant one day. The application's role (holdpoint_app) gets what each table's nature allows and no more.

create schema if not exists holdpoint;
grant usage on schema holdpoint to holdpoint_app;
grant usage on schema public to holdpoint_app;

-- An unset plant must be an error: a pooled connection leaves '' behind, which would read as "this plant has nothing".
create function holdpoint.current_plant() returns text language plpgsql stable as $$
declare plant text := current_setting('holdpoint.plant', true);
begin
  if plant is null or plant = '' then
    raise exception 'no plant is set for this transaction' using errcode = 'insufficient_privilege';
  end if;
  return plant;
end $$;

create table plants (
  plant_id text primary key,
  group_id text not null,
  name text not null,
  time_zone text not null,
  created_at timestamptz not null default now()
);
grant select, insert, update on plants to holdpoint_app;

create table rulebook_editions (
  plant_id text not null references plants,
  rulebook_id text not null,
  edition text not null,
  effective_from date not null,
  content jsonb not null,
  primary key (plant_id, rulebook_id, edition)
);

create table events (
  plant_id text not null references plants,
  stream_id text not null,
  version integer not null check (version > 0),
  type text not null,
  payload jsonb not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  actor text,
  relied_on jsonb not null default '[]',
  previous_hash text not null,
  hash text not null,
  primary key (plant_id, stream_id, version)
);
create index events_by_time on events (plant_id, recorded_at);

create table scopes (
  plant_id text not null references plants,
  scope text not null,
  primary key (plant_id, scope)
);

create table idempotency_keys (
  plant_id text not null references plants,
  account_id text not null,
  key text not null,
  body_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (plant_id, account_id, key)
);

create table outbox (
  plant_id text not null references plants,
  counterpart text not null,
  dedupe_key text not null,
  seq bigint generated always as identity,
  ordering_key text not null,
  payload jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'sent')),
  attempts integer not null default 0,
  next_attempt_at bigint not null,
  last_error text,
  sent_at bigint,
  receipt jsonb,
  primary key (plant_id, counterpart, dedupe_key)
);
create index outbox_due on outbox (plant_id, next_attempt_at) where state = 'queued';

create table obligations (
  plant_id text not null references plants,
  stream_id text not null,
  key text not null,
  kind text not null,
  assignee_person text,
  assignee_authority text,
  opens_at bigint not null,
  due_at bigint not null,
  late_at bigint not null,
  met_at bigint,
  met_by text,
  lapsed_at bigint,
  primary key (plant_id, stream_id, key),
  check ((assignee_person is null) <> (assignee_authority is null))
);
create index obligations_open on obligations (plant_id, due_at) where met_at is null and lapsed_at is null;

-- Read model of the board and the neighbours; rebuilt from the events at any time.
create table jobs (
  plant_id text not null references plants,
  job_id text not null,
  status text not null,
  version integer not null,
  place_id text not null,
  window_from bigint not null,
  window_to bigint not null,
  highest_risk text not null,
  leader text not null,
  guardians text[] not null,
  workers text[] not null,
  permits jsonb not null,
  content text not null,
  stopped_since bigint,
  stop_reason text,
  updated_at bigint not null,
  primary key (plant_id, job_id)
);
create index jobs_by_window on jobs (plant_id, window_to, status);

create table permit_numbers (
  plant_id text not null references plants,
  prefix text not null,
  day date not null,
  last integer not null,
  primary key (plant_id, prefix, day)
);

grant select, insert on events, rulebook_editions, scopes to holdpoint_app;
-- A row lock needs UPDATE on at least one column; scopes are only ever locked.
grant update (scope) on scopes to holdpoint_app;
grant select, insert, update on idempotency_keys, outbox, permit_numbers to holdpoint_app;
grant select, insert, update, delete on obligations, jobs to holdpoint_app;
