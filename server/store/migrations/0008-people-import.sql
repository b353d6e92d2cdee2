-- Where the values of the master tables come from, their personal parts under a key per person, and the imports that bring them.

alter table people
  add column staff_number text,
  add column hired_on date,
  -- Field → where its value was read; '*' for all that have no entry of their own.
  add column provenance jsonb not null default '{}',
  add column created_by_import text;
create index people_by_staff_number on people (plant_id, staff_number);
create index people_by_name on people (plant_id, name);

alter table employers add column credit_code text, add column created_by_import text;

-- Deleting one row here erases the person's numbers everywhere, and the proof in the history still holds.
create table person_secrets (
  plant_id text not null references plants,
  person_id text not null,
  wrapped_key bytea not null,
  id_number bytea,
  phone bytea,
  id_index text,
  phone_index text,
  primary key (plant_id, person_id),
  foreign key (plant_id, person_id) references people (plant_id, person_id),
  unique (plant_id, id_index)
);
create index person_secrets_by_phone on person_secrets (plant_id, phone_index);

alter table credentials
  add column issued_on date,
  add column issuer text,
  -- T-and-id numbers are the holder's own and need no copy; only other forms are kept, under the person's key.
  add column number_form text check (number_form in ('T-and-id', 'id', 'other')),
  add column number_sealed bytea,
  add column number_index text,
  add column training_hours numeric,
  add column training_score numeric,
  add column created_by_import text;
create index credentials_by_import on credentials (plant_id, created_by_import) where created_by_import is not null;
create index people_by_import on people (plant_id, created_by_import) where created_by_import is not null;

alter table medicals add column institution text;
alter table matrix_rows add column provenance jsonb not null default '{}';

-- What a value was before something replaced it, and by what: history for the reader, and the way back for undo.
create table master_changes (
  plant_id text not null references plants,
  change_id bigint generated always as identity,
  subject_kind text not null check (subject_kind in ('person', 'credential', 'medical', 'matrix')),
  subject_id text not null,
  import_id text,
  changed_at bigint not null,
  -- The replaced columns with their provenance; null where there was no row.
  before jsonb,
  superseded_by jsonb not null,
  undone_at bigint,
  primary key (plant_id, change_id)
);
create index master_changes_of_subject on master_changes (plant_id, subject_kind, subject_id);
create index master_changes_of_import on master_changes (plant_id, import_id);

create table imports (
  plant_id text not null references plants,
  import_id text not null,
  status text not null check (status in ('open', 'previewed', 'committed', 'undone')),
  created_at bigint not null,
  created_by text,
  files jsonb not null default '[]',
  counts jsonb not null default '{}',
  -- Seals the staged rows; deleted with them.
  wrapped_key bytea not null,
  committed_at bigint,
  undone_at bigint,
  primary key (plant_id, import_id)
);
create index imports_by_time on imports (plant_id, created_at);

-- Rows as read and judged, some hundreds together: they hold personal data, so that a batch is sealed as a whole.
create table import_batches (
  plant_id text not null references plants,
  import_id text not null,
  batch integer not null,
  file_index integer not null,
  sheet_index integer not null,
  counts jsonb not null,
  sealed bytea not null,
  primary key (plant_id, import_id, batch),
  foreign key (plant_id, import_id) references imports (plant_id, import_id)
);

-- Contradictions wait here for somebody's decision.
create table import_findings (
  plant_id text not null references plants,
  import_id text not null,
  file_index integer not null,
  sheet_index integer not null,
  row_number integer not null,
  batch integer not null,
  codes text[] not null,
  decision text check (decision in ('take', 'keep')),
  decided_by text,
  decided_at bigint,
  primary key (plant_id, import_id, file_index, sheet_index, row_number),
  foreign key (plant_id, import_id) references imports (plant_id, import_id)
);
create index import_findings_open on import_findings (plant_id, import_id) where decision is null;

grant select, insert, update on master_changes, imports to holdpoint_app;
grant select, insert, update, delete on import_batches, import_findings, person_secrets to holdpoint_app;
-- Undoing an import takes away what it brought.
grant delete on people, employers, credentials, medicals, matrix_rows to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['person_secrets', 'master_changes', 'imports', 'import_batches', 'import_findings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
