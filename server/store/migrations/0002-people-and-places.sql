-- Erasable master data beside the history: people, their documents, places and equipment.

create table employers (
  plant_id text not null references plants,
  employer_id text not null,
  name text not null,
  kind text not null check (kind in ('own', 'contractor')),
  primary key (plant_id, employer_id)
);

create table people (
  plant_id text not null references plants,
  person_id text not null,
  name text not null,
  employer_id text not null,
  department text not null,
  unit text not null,
  position_id text not null,
  shift_team text,
  authorities text[] not null default '{}',
  employment text not null default 'active' check (employment in ('active', 'left', 'frozen')),
  revision integer not null default 1,
  primary key (plant_id, person_id),
  foreign key (plant_id, employer_id) references employers (plant_id, employer_id)
);
create index people_by_position on people (plant_id, unit, position_id);

create table credentials (
  plant_id text not null references plants,
  credential_id text not null,
  person_id text not null,
  category text not null,
  holder text not null check (holder in ('match', 'mismatch', 'unknown')),
  valid_from date,
  valid_through date,
  is_unlimited boolean not null default false,
  review_due date,
  official text not null default 'unchecked' check (official in ('confirmed', 'revoked', 'not-found', 'unchecked')),
  official_checked_on date,
  provenance jsonb not null,
  superseded_by text,
  revision integer not null default 1,
  primary key (plant_id, credential_id),
  foreign key (plant_id, person_id) references people (plant_id, person_id),
  check (not (is_unlimited and valid_through is not null))
);
create index credentials_of_person on credentials (plant_id, person_id) where superseded_by is null;

-- A verdict, restrictions and dates; never a diagnosis.
create table medicals (
  plant_id text not null references plants,
  person_id text not null,
  verdict text not null check (verdict in ('fit', 'restricted', 'unfit', 'pending')),
  restrictions text[] not null default '{}',
  valid_through date,
  systolic_mm_hg integer,
  diastolic_mm_hg integer,
  measured_on date,
  follow_up_due date,
  updated_on date not null,
  provenance jsonb not null,
  revision integer not null default 1,
  primary key (plant_id, person_id),
  foreign key (plant_id, person_id) references people (plant_id, person_id)
);

create table matrix_rows (
  plant_id text not null references plants,
  position_id text not null,
  operation_id text not null,
  level_id text not null,
  primary key (plant_id, position_id, operation_id)
);

create table places (
  plant_id text not null references plants,
  place_id text not null,
  name text not null,
  facts jsonb not null,
  revision integer not null default 1,
  primary key (plant_id, place_id)
);

create table equipment (
  plant_id text not null references plants,
  equipment_id text not null,
  kind text not null check (kind in ('instrument', 'fan')),
  name text not null,
  facts jsonb not null,
  revision integer not null default 1,
  primary key (plant_id, equipment_id)
);

create table calendar_days (
  plant_id text not null references plants,
  day date not null,
  kind text not null check (kind in ('holiday', 'rest-day', 'workday', 'major-event')),
  primary key (plant_id, day)
);

create table weather_readings (
  plant_id text not null references plants,
  observed_at bigint not null,
  wind_force numeric,
  primary key (plant_id, observed_at)
);

grant select, insert, update on employers, people, credentials, medicals, matrix_rows, places, equipment to holdpoint_app;
grant select, insert, update, delete on calendar_days to holdpoint_app;
grant select, insert on weather_readings to holdpoint_app;
