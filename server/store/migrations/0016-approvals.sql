-- Of which step a signature is owed, why it came back, and who owes it as well once it is late. Rows from before have none of
-- it until their job is next written.
alter table obligations add column step text;
alter table obligations add column note text;
alter table obligations add column escalate_authority text;
alter table obligations add column escalate_of text check (escalate_of in ('place-unit', 'plant'));
create index obligations_escalating on obligations (plant_id, escalate_authority) where met_at is null and lapsed_at is null and escalate_authority is not null;

-- For a bounded time somebody uses another's right to sign. A fact of the plant, not of a job: the history of a job says who
-- signed for whom. Ended, never deleted, so that a signature of last month can still be explained.
create table delegations (
  plant_id text not null references plants,
  delegation_id text not null,
  from_person text not null,
  to_person text not null,
  authority text not null,
  from_at bigint not null,
  until_at bigint not null,
  reason text not null,
  made_at bigint not null,
  made_by text not null,
  ended_at bigint,
  primary key (plant_id, delegation_id),
  foreign key (plant_id, from_person) references people (plant_id, person_id),
  foreign key (plant_id, to_person) references people (plant_id, person_id),
  check (from_at < until_at),
  check (from_person <> to_person)
);
create index delegations_of_delegate on delegations (plant_id, to_person, until_at);
create index delegations_of_author on delegations (plant_id, from_person, until_at);

grant select, insert, update on delegations to holdpoint_app;
alter table delegations enable row level security;
alter table delegations force row level security;
create policy of_this_plant on delegations using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
