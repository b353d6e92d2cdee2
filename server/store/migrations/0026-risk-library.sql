-- What may go wrong in which work, on which equipment, in which area, and what against it. A change is a new version beside the old one;
-- null in a key stands for any.
create table risk_entries (
  plant_id text not null references plants,
  entry_id text not null,
  version integer not null check (version > 0),
  position integer not null,
  operation text,
  equipment text,
  area text,
  step text not null,
  hazard text not null,
  consequence text not null,
  measures text not null,
  owner text not null check (owner in ('leader', 'crew', 'guardian', 'gas-analyst', 'unit')),
  is_withdrawn boolean not null default false,
  changed_by text,
  changed_at bigint not null,
  primary key (plant_id, entry_id, version)
);

grant select, insert on risk_entries to holdpoint_app;
alter table risk_entries enable row level security;
alter table risk_entries force row level security;
create policy of_this_plant on risk_entries using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
