-- How somebody of the plant had the columns under a header read, so that the next file with that header is read in the same way.
create table ledger_headers (
  plant_id text not null references plants,
  header_digest text not null check (header_digest ~ '^[0-9a-f]{64}$'),
  ledger text not null,
  mapping jsonb not null,
  chosen_by text not null,
  chosen_at bigint not null,
  primary key (plant_id, header_digest)
);
grant select, insert, update on ledger_headers to holdpoint_app;
alter table ledger_headers enable row level security;
alter table ledger_headers force row level security;
create policy of_this_plant on ledger_headers using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
