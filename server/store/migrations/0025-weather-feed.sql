-- Who says what the weather is: somebody, or a station of the feed. One may report at the same moment as another.
alter table weather_readings add column station text not null default '';
alter table weather_readings add column source text not null default 'hand' check (source in ('hand', 'feed'));
alter table weather_readings add column recorded_by text;
alter table weather_readings add column recorded_at bigint;
alter table weather_readings add column wind_metres_per_second numeric;
alter table weather_readings add column temperature_celsius numeric;
alter table weather_readings add column visibility_metres numeric;
alter table weather_readings add column rain_mm_per_hour numeric;
alter table weather_readings drop constraint weather_readings_pkey;
alter table weather_readings add primary key (plant_id, observed_at, station, source);

-- By which code the feed knows this plant, for which places each of its stations speaks, and how the last look went.
create table weather_feeds (
  plant_id text not null references plants,
  code text not null,
  stations jsonb not null default '[]',
  tried_at bigint,
  answered_at bigint,
  problem text,
  failed_tries integer not null default 0,
  next_at bigint not null default 0,
  primary key (plant_id)
);
grant select, insert, update, delete on weather_feeds to holdpoint_app;
alter table weather_feeds enable row level security;
alter table weather_feeds force row level security;
create policy of_this_plant on weather_feeds using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
