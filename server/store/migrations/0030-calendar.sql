-- What a plant says that its days are. A change is a new version beside the old one; without a kind the day is as its weekday again.
create table calendar_entries (
  plant_id text not null references plants,
  day date not null,
  version integer not null check (version > 0),
  kind text check (kind in ('holiday', 'workday', 'rest-day', 'major-event')),
  name text not null,
  is_provisional boolean not null default false,
  changed_by text,
  changed_account text,
  changed_at bigint not null,
  primary key (plant_id, day, version)
);

-- Days were kept without a name and without who put them in. Whoever owns both tables copies for all plants, before the wall stands.
alter table calendar_days no force row level security;
insert into calendar_entries (plant_id, day, version, kind, name, changed_at)
  select plant_id, day, 1, kind, '', 0 from calendar_days;
drop table calendar_days;

grant select, insert on calendar_entries to holdpoint_app;
alter table calendar_entries enable row level security;
alter table calendar_entries force row level security;
create policy of_this_plant on calendar_entries using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
