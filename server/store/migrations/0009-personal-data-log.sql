-- Who saw a personal number in full and why, and whose data was erased by whom. Never changed, as the history is not.
create table personal_data_log (
  plant_id text not null references plants,
  entry_id text not null,
  kind text not null check (kind in ('read', 'erasure')),
  person_id text not null,
  account_id text not null,
  fields text[] not null,
  reason text not null check (reason <> ''),
  recorded_at bigint not null,
  primary key (plant_id, entry_id)
);
create index personal_data_log_of_person on personal_data_log (plant_id, person_id, recorded_at);
alter table personal_data_log enable row level security;
alter table personal_data_log force row level security;
create policy of_this_plant on personal_data_log using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
grant select, insert on personal_data_log to holdpoint_app;

alter table people add column erased_at bigint;

-- The one exemption from "one plant only": whoever works over all plants has to know which there are, and a plant is founded
-- before anybody is in it. Changing one still takes being in it.
alter table plants enable row level security;
alter table plants force row level security;
create policy of_all_plants on plants for select using (true);
create policy founded on plants for insert with check (true);
create policy of_this_plant on plants for update using (plant_id = holdpoint.current_plant());
