-- Generated from the migrations by npm run generate; do not edit.

table public.accounts (
  plant_id text not null,
  account_id text not null,
  login text not null,
  password_hash text not null,
  person_id text,
  roles text[] not null,
  is_disabled boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until bigint,
  pin_hash text,
  pin_failed_attempts integer not null default 0,
  pin_locked_until bigint,
  constraint accounts_plant_id_login_key UNIQUE (plant_id, login),
  constraint accounts_pkey PRIMARY KEY (plant_id, account_id),
  constraint accounts_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.alarms (
  plant_id text not null,
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
  note text not null default ''::text,
  constraint alarms_pkey PRIMARY KEY (plant_id, alarm_id),
  constraint alarms_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
CREATE INDEX alarms_by_start ON public.alarms USING btree (plant_id, started_at, alarm_id)
CREATE INDEX alarms_of_job ON public.alarms USING btree (plant_id, job_id)
CREATE INDEX alarms_open ON public.alarms USING btree (plant_id, started_at) WHERE (ended_at IS NULL)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.attendance (
  plant_id text not null,
  person_id text not null,
  from_at bigint not null,
  to_at bigint,
  source text not null,
  told_at bigint not null,
  constraint attendance_pkey PRIMARY KEY (plant_id, person_id, from_at),
  constraint attendance_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint attendance_plant_id_person_id_fkey FOREIGN KEY (plant_id, person_id) REFERENCES people(plant_id, person_id),
  constraint attendance_check CHECK (((to_at IS NULL) OR (to_at > from_at)))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.blind_states (
  plant_id text not null,
  number text not null,
  version integer not null,
  state text not null,
  job_id text,
  permit_number text,
  stated_by text,
  note text not null default ''::text,
  occurred_at bigint not null,
  constraint blind_states_pkey PRIMARY KEY (plant_id, number, version),
  constraint blind_states_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint blind_states_plant_id_number_fkey FOREIGN KEY (plant_id, number) REFERENCES blinds(plant_id, number),
  constraint blind_states_check CHECK (((job_id IS NULL) <> (stated_by IS NULL))),
  constraint blind_states_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'in-work'::text, 'installed'::text, 'removed'::text]))),
  constraint blind_states_version_check CHECK ((version > 0))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.blinds (
  plant_id text not null,
  number text not null,
  place_id text not null,
  pipe text not null,
  medium text not null,
  temperature_celsius numeric not null,
  pressure_mpa numeric not null,
  material text not null,
  specification text not null,
  map_number text not null,
  constraint blinds_pkey PRIMARY KEY (plant_id, number),
  constraint blinds_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint blinds_plant_id_place_id_fkey FOREIGN KEY (plant_id, place_id) REFERENCES places(plant_id, place_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.calendar_entries (
  plant_id text not null,
  day date not null,
  version integer not null,
  kind text,
  name text not null,
  is_provisional boolean not null default false,
  changed_by text,
  changed_account text,
  changed_at bigint not null,
  constraint calendar_entries_pkey PRIMARY KEY (plant_id, day, version),
  constraint calendar_entries_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint calendar_entries_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text, 'rest-day'::text, 'major-event'::text]))),
  constraint calendar_entries_version_check CHECK ((version > 0))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.camera_states (
  plant_id text not null,
  camera_id text not null,
  version integer not null,
  state text not null,
  note text not null default ''::text,
  stated_by text not null,
  occurred_at bigint not null,
  constraint camera_states_pkey PRIMARY KEY (plant_id, camera_id, version),
  constraint camera_states_plant_id_camera_id_fkey FOREIGN KEY (plant_id, camera_id) REFERENCES cameras(plant_id, camera_id),
  constraint camera_states_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint camera_states_state_check CHECK ((state = ANY (ARRAY['in-service'::text, 'faulty'::text]))),
  constraint camera_states_version_check CHECK ((version > 0))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.cameras (
  plant_id text not null,
  camera_id text not null,
  address text,
  explosion_rating text,
  places text[] not null default '{}'::text[],
  has_recorder boolean not null,
  heard_at bigint,
  constraint cameras_pkey PRIMARY KEY (plant_id, camera_id),
  constraint cameras_plant_id_camera_id_fkey FOREIGN KEY (plant_id, camera_id) REFERENCES equipment(plant_id, equipment_id),
  constraint cameras_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.capture_tickets (
  plant_id text not null,
  ticket_id text not null,
  job_id text not null,
  step text not null,
  person_id text not null,
  issued_at bigint not null,
  expires_at bigint not null,
  used_for text,
  constraint capture_tickets_pkey PRIMARY KEY (plant_id, ticket_id),
  constraint capture_tickets_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.contingencies (
  plant_id text not null,
  contingency_id text not null,
  mode text not null,
  source_id text not null,
  declared_by text not null,
  opened_at bigint not null,
  until bigint not null,
  ended_at bigint,
  ended_by text,
  constraint contingencies_pkey PRIMARY KEY (plant_id, contingency_id),
  constraint contingencies_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint contingencies_plant_id_source_id_fkey FOREIGN KEY (plant_id, source_id) REFERENCES sources(plant_id, source_id)
)
row level security: forced
CREATE INDEX contingencies_of_source ON public.contingencies USING btree (plant_id, source_id, until)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.credential_checks (
  plant_id text not null,
  check_id text not null,
  credential_id text not null,
  result text not null,
  checked_on date not null,
  method text not null,
  note text,
  account_id text not null,
  recorded_at bigint not null,
  constraint credential_checks_pkey PRIMARY KEY (plant_id, check_id),
  constraint credential_checks_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint credential_checks_method_check CHECK ((method = ANY (ARRAY['website'::text, 'code-on-certificate'::text, 'telephone'::text, 'letter'::text]))),
  constraint credential_checks_result_check CHECK ((result = ANY (ARRAY['confirmed'::text, 'revoked'::text, 'not-found'::text])))
)
row level security: forced
CREATE INDEX credential_checks_of_credential ON public.credential_checks USING btree (plant_id, credential_id, recorded_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.credentials (
  plant_id text not null,
  credential_id text not null,
  person_id text not null,
  category text not null,
  holder text not null,
  valid_from date,
  valid_through date,
  is_unlimited boolean not null default false,
  review_due date,
  official text not null default 'unchecked'::text,
  official_checked_on date,
  provenance jsonb not null,
  superseded_by text,
  revision integer not null default 1,
  issued_on date,
  issuer text,
  number_form text,
  number_sealed bytea,
  number_index text,
  training_hours numeric,
  training_score numeric,
  created_by_import text,
  constraint credentials_pkey PRIMARY KEY (plant_id, credential_id),
  constraint credentials_plant_id_person_id_fkey FOREIGN KEY (plant_id, person_id) REFERENCES people(plant_id, person_id),
  constraint credentials_check CHECK ((NOT (is_unlimited AND (valid_through IS NOT NULL)))),
  constraint credentials_holder_check CHECK ((holder = ANY (ARRAY['match'::text, 'mismatch'::text, 'unknown'::text]))),
  constraint credentials_number_form_check CHECK ((number_form = ANY (ARRAY['T-and-id'::text, 'id'::text, 'other'::text]))),
  constraint credentials_official_check CHECK ((official = ANY (ARRAY['confirmed'::text, 'revoked'::text, 'not-found'::text, 'unchecked'::text])))
)
row level security: forced
CREATE INDEX credentials_by_import ON public.credentials USING btree (plant_id, created_by_import) WHERE (created_by_import IS NOT NULL)
CREATE INDEX credentials_of_person ON public.credentials USING btree (plant_id, person_id) WHERE (superseded_by IS NULL)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.delegations (
  plant_id text not null,
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
  constraint delegations_pkey PRIMARY KEY (plant_id, delegation_id),
  constraint delegations_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint delegations_plant_id_from_person_fkey FOREIGN KEY (plant_id, from_person) REFERENCES people(plant_id, person_id),
  constraint delegations_plant_id_to_person_fkey FOREIGN KEY (plant_id, to_person) REFERENCES people(plant_id, person_id),
  constraint delegations_check CHECK ((from_at < until_at)),
  constraint delegations_check1 CHECK ((from_person <> to_person))
)
row level security: forced
CREATE INDEX delegations_of_author ON public.delegations USING btree (plant_id, from_person, until_at)
CREATE INDEX delegations_of_delegate ON public.delegations USING btree (plant_id, to_person, until_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.documents (
  plant_id text not null,
  document_id text not null,
  job_id text not null,
  name text not null,
  mime text not null,
  byte_count integer not null,
  content_hash text not null,
  uploaded_by text not null,
  uploaded_at bigint not null,
  constraint documents_pkey PRIMARY KEY (plant_id, document_id),
  constraint documents_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint documents_byte_count_check CHECK ((byte_count > 0)),
  constraint documents_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
)
row level security: forced
CREATE INDEX documents_of_job ON public.documents USING btree (plant_id, job_id)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.emergency_batches (
  plant_id text not null,
  batch_id text not null,
  operation text not null,
  printed_at bigint not null,
  printed_by text not null,
  constraint emergency_batches_pkey PRIMARY KEY (plant_id, batch_id),
  constraint emergency_batches_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.emergency_tickets (
  plant_id text not null,
  ticket_number text not null,
  batch_id text not null,
  code_hash text not null,
  job_id text,
  entered_at bigint,
  entered_by text,
  supervised_by text,
  failed_attempts integer not null default 0,
  constraint emergency_tickets_pkey PRIMARY KEY (plant_id, ticket_number),
  constraint emergency_tickets_plant_id_batch_id_fkey FOREIGN KEY (plant_id, batch_id) REFERENCES emergency_batches(plant_id, batch_id),
  constraint emergency_tickets_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.employers (
  plant_id text not null,
  employer_id text not null,
  name text not null,
  kind text not null,
  credit_code text,
  created_by_import text,
  constraint employers_pkey PRIMARY KEY (plant_id, employer_id),
  constraint employers_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint employers_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'contractor'::text])))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.equipment (
  plant_id text not null,
  equipment_id text not null,
  kind text not null,
  name text not null,
  facts jsonb not null,
  revision integer not null default 1,
  constraint equipment_pkey PRIMARY KEY (plant_id, equipment_id),
  constraint equipment_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint equipment_kind_check CHECK ((kind = ANY (ARRAY['instrument'::text, 'fan'::text, 'source'::text, 'camera'::text])))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.evacuation_heads (
  plant_id text not null,
  evacuation_id text not null,
  person_id text not null,
  job_id text not null,
  was_inside boolean not null,
  safe_at bigint,
  counted_by text,
  constraint evacuation_heads_pkey PRIMARY KEY (plant_id, evacuation_id, person_id),
  constraint evacuation_heads_plant_id_evacuation_id_fkey FOREIGN KEY (plant_id, evacuation_id) REFERENCES evacuations(plant_id, evacuation_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.evacuations (
  plant_id text not null,
  evacuation_id text not null,
  scope jsonb not null,
  reason text not null,
  called_at bigint not null,
  called_by text,
  ended_at bigint,
  ended_by text,
  note text,
  constraint evacuations_pkey PRIMARY KEY (plant_id, evacuation_id),
  constraint evacuations_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
CREATE INDEX evacuations_standing ON public.evacuations USING btree (plant_id) WHERE (ended_at IS NULL)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.events (
  plant_id text not null,
  stream_id text not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  actor text,
  relied_on jsonb not null default '[]'::jsonb,
  previous_hash text not null,
  hash text not null,
  constraint events_pkey PRIMARY KEY (plant_id, stream_id, version),
  constraint events_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint events_version_check CHECK ((version > 0))
)
row level security: forced
CREATE INDEX events_by_time ON public.events USING btree (plant_id, recorded_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.evidence (
  plant_id text not null,
  evidence_id text not null,
  job_id text not null,
  step text not null,
  person_id text not null,
  ticket_id text not null,
  mime text not null,
  byte_count integer not null,
  captured_at bigint not null,
  received_at bigint not null,
  position jsonb,
  reuse text not null,
  fingerprint bit(64),
  content_hash text not null,
  width_pixels integer not null,
  height_pixels integer not null,
  clarity jsonb not null,
  exif jsonb,
  reuse_of text,
  scanned jsonb,
  file_let_go_at bigint,
  constraint evidence_plant_id_ticket_id_key UNIQUE (plant_id, ticket_id),
  constraint evidence_pkey PRIMARY KEY (plant_id, evidence_id),
  constraint evidence_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint evidence_check CHECK (((reuse = 'none'::text) = (reuse_of IS NULL))),
  constraint evidence_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_reuse_check CHECK ((reuse = ANY (ARRAY['none'::text, 'same'::text, 'near'::text])))
)
row level security: forced
CREATE INDEX evidence_by_content ON public.evidence USING btree (plant_id, content_hash)
CREATE INDEX evidence_by_job ON public.evidence USING btree (plant_id, job_id)
CREATE INDEX evidence_by_time ON public.evidence USING btree (plant_id, captured_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.guardian_heard (
  plant_id text not null,
  job_id text not null,
  person_id text not null,
  heard_at bigint not null,
  placed_at bigint,
  position jsonb,
  constraint guardian_heard_pkey PRIMARY KEY (plant_id, job_id, person_id),
  constraint guardian_heard_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.guardian_track (
  plant_id text not null,
  job_id text not null,
  person_id text not null,
  at bigint not null,
  position jsonb not null,
  constraint guardian_track_pkey PRIMARY KEY (plant_id, job_id, person_id, at),
  constraint guardian_track_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select to holdpoint_app

table public.idempotency_keys (
  plant_id text not null,
  account_id text not null,
  key text not null,
  body_hash text not null,
  status integer,
  response jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (plant_id, account_id, key),
  constraint idempotency_keys_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.import_batches (
  plant_id text not null,
  import_id text not null,
  batch integer not null,
  file_index integer not null,
  sheet_index integer not null,
  counts jsonb not null,
  sealed bytea not null,
  constraint import_batches_pkey PRIMARY KEY (plant_id, import_id, batch),
  constraint import_batches_plant_id_import_id_fkey FOREIGN KEY (plant_id, import_id) REFERENCES imports(plant_id, import_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.import_findings (
  plant_id text not null,
  import_id text not null,
  file_index integer not null,
  sheet_index integer not null,
  row_number integer not null,
  batch integer not null,
  codes text[] not null,
  decision text,
  decided_by text,
  decided_at bigint,
  constraint import_findings_pkey PRIMARY KEY (plant_id, import_id, file_index, sheet_index, row_number),
  constraint import_findings_plant_id_import_id_fkey FOREIGN KEY (plant_id, import_id) REFERENCES imports(plant_id, import_id),
  constraint import_findings_decision_check CHECK ((decision = ANY (ARRAY['take'::text, 'keep'::text])))
)
row level security: forced
CREATE INDEX import_findings_open ON public.import_findings USING btree (plant_id, import_id) WHERE (decision IS NULL)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.imports (
  plant_id text not null,
  import_id text not null,
  status text not null,
  created_at bigint not null,
  created_by text,
  files jsonb not null default '[]'::jsonb,
  counts jsonb not null default '{}'::jsonb,
  wrapped_key bytea not null,
  committed_at bigint,
  undone_at bigint,
  constraint imports_pkey PRIMARY KEY (plant_id, import_id),
  constraint imports_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint imports_status_check CHECK ((status = ANY (ARRAY['open'::text, 'previewed'::text, 'committed'::text, 'undone'::text])))
)
row level security: forced
CREATE INDEX imports_by_time ON public.imports USING btree (plant_id, created_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.isolation_events (
  plant_id text not null,
  point_id text not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  job_id text not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  actor text not null,
  previous_hash text not null,
  hash text not null,
  constraint isolation_events_pkey PRIMARY KEY (plant_id, point_id, version),
  constraint isolation_events_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint isolation_events_version_check CHECK ((version > 0))
)
row level security: forced
CREATE INDEX isolation_events_of_job ON public.isolation_events USING btree (plant_id, job_id)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.isolation_points (
  plant_id text not null,
  point_id text not null,
  place_id text not null,
  number text not null,
  name text not null,
  kind text not null,
  energy text not null,
  always_for text[] not null default '{}'::text[],
  named_by text[] not null default '{}'::text[],
  condition jsonb not null default '{"at": "in-service"}'::jsonb,
  version integer not null default 0,
  constraint isolation_points_plant_id_number_key UNIQUE (plant_id, number),
  constraint isolation_points_pkey PRIMARY KEY (plant_id, point_id),
  constraint isolation_points_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint isolation_points_plant_id_place_id_fkey FOREIGN KEY (plant_id, place_id) REFERENCES places(plant_id, place_id)
)
row level security: forced
CREATE INDEX isolation_points_of_job ON public.isolation_points USING gin (named_by)
CREATE INDEX isolation_points_of_place ON public.isolation_points USING btree (plant_id, place_id)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.jobs (
  plant_id text not null,
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
  duty jsonb not null default '[]'::jsonb,
  rulebook jsonb,
  work jsonb not null default '[]'::jsonb,
  blind text,
  activities text[] not null default '{}'::text[],
  urgent_reason text,
  constraint jobs_pkey PRIMARY KEY (plant_id, job_id),
  constraint jobs_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
CREATE INDEX jobs_by_window ON public.jobs USING btree (plant_id, window_to, status)
CREATE INDEX jobs_guarded ON public.jobs USING btree (plant_id) WHERE ((status = ANY (ARRAY['approved'::text, 'active'::text, 'suspended'::text])) AND (duty <> '[]'::jsonb))
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.ledger_headers (
  plant_id text not null,
  header_digest text not null,
  ledger text not null,
  mapping jsonb not null,
  chosen_by text not null,
  chosen_at bigint not null,
  constraint ledger_headers_pkey PRIMARY KEY (plant_id, header_digest),
  constraint ledger_headers_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint ledger_headers_header_digest_check CHECK ((header_digest ~ '^[0-9a-f]{64}$'::text))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.master_changes (
  plant_id text not null,
  change_id bigint not null identity,
  subject_kind text not null,
  subject_id text not null,
  import_id text,
  changed_at bigint not null,
  before jsonb,
  superseded_by jsonb not null,
  undone_at bigint,
  constraint master_changes_pkey PRIMARY KEY (plant_id, change_id),
  constraint master_changes_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint master_changes_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'credential'::text, 'medical'::text, 'matrix'::text])))
)
row level security: forced
CREATE INDEX master_changes_of_import ON public.master_changes USING btree (plant_id, import_id)
CREATE INDEX master_changes_of_subject ON public.master_changes USING btree (plant_id, subject_kind, subject_id)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.matrix_rows (
  plant_id text not null,
  position_id text not null,
  operation_id text not null,
  level_id text not null,
  provenance jsonb not null default '{}'::jsonb,
  constraint matrix_rows_pkey PRIMARY KEY (plant_id, position_id, operation_id),
  constraint matrix_rows_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.medicals (
  plant_id text not null,
  person_id text not null,
  verdict text not null,
  restrictions text[] not null default '{}'::text[],
  valid_through date,
  systolic_mm_hg integer,
  diastolic_mm_hg integer,
  measured_on date,
  follow_up_due date,
  updated_on date not null,
  provenance jsonb not null,
  revision integer not null default 1,
  institution text,
  constraint medicals_pkey PRIMARY KEY (plant_id, person_id),
  constraint medicals_plant_id_person_id_fkey FOREIGN KEY (plant_id, person_id) REFERENCES people(plant_id, person_id),
  constraint medicals_verdict_check CHECK ((verdict = ANY (ARRAY['fit'::text, 'restricted'::text, 'unfit'::text, 'pending'::text])))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.migrations (
  name text not null,
  checksum text not null,
  run_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
)
row level security: none

table public.obligations (
  plant_id text not null,
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
  hold_point text,
  operation text,
  permit text,
  assignee_of text,
  step text,
  note text,
  escalate_authority text,
  escalate_of text,
  about_person text,
  constraint obligations_pkey PRIMARY KEY (plant_id, stream_id, key),
  constraint obligations_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint obligations_assignee_of_check CHECK ((assignee_of = ANY (ARRAY['place-unit'::text, 'plant'::text]))),
  constraint obligations_check CHECK (((assignee_person IS NULL) <> (assignee_authority IS NULL))),
  constraint obligations_escalate_of_check CHECK ((escalate_of = ANY (ARRAY['place-unit'::text, 'plant'::text])))
)
row level security: forced
CREATE INDEX obligations_escalating ON public.obligations USING btree (plant_id, escalate_authority) WHERE ((met_at IS NULL) AND (lapsed_at IS NULL) AND (escalate_authority IS NOT NULL))
CREATE INDEX obligations_of_person ON public.obligations USING btree (plant_id, assignee_person) WHERE ((met_at IS NULL) AND (lapsed_at IS NULL))
CREATE INDEX obligations_open ON public.obligations USING btree (plant_id, due_at) WHERE ((met_at IS NULL) AND (lapsed_at IS NULL))
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.outbox (
  plant_id text not null,
  counterpart text not null,
  dedupe_key text not null,
  seq bigint not null identity,
  ordering_key text not null,
  payload jsonb not null,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  next_attempt_at bigint not null,
  last_error text,
  sent_at bigint,
  receipt jsonb,
  leased_until bigint not null default 0,
  queued_at bigint not null default 0,
  constraint outbox_pkey PRIMARY KEY (plant_id, counterpart, dedupe_key),
  constraint outbox_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'declined'::text])))
)
row level security: forced
CREATE INDEX outbox_by_seq ON public.outbox USING btree (plant_id, counterpart, seq)
CREATE INDEX outbox_due ON public.outbox USING btree (plant_id, next_attempt_at) WHERE (state = 'queued'::text)
CREATE INDEX outbox_in_order ON public.outbox USING btree (plant_id, counterpart, ordering_key, seq) WHERE (state = 'queued'::text)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.park_feeds (
  plant_id text not null,
  company_code text not null,
  company_name text not null,
  changed_at bigint not null,
  changed_by text,
  constraint park_feeds_pkey PRIMARY KEY (plant_id),
  constraint park_feeds_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.people (
  plant_id text not null,
  person_id text not null,
  name text not null,
  employer_id text not null,
  department text not null,
  unit text not null,
  position_id text not null,
  shift_team text,
  authorities text[] not null default '{}'::text[],
  employment text not null default 'active'::text,
  revision integer not null default 1,
  staff_number text,
  hired_on date,
  provenance jsonb not null default '{}'::jsonb,
  created_by_import text,
  erased_at bigint,
  birth_year smallint,
  constraint people_pkey PRIMARY KEY (plant_id, person_id),
  constraint people_plant_id_employer_id_fkey FOREIGN KEY (plant_id, employer_id) REFERENCES employers(plant_id, employer_id),
  constraint people_birth_year_check CHECK (((birth_year >= 1900) AND (birth_year <= 2100))),
  constraint people_employment_check CHECK ((employment = ANY (ARRAY['active'::text, 'left'::text, 'frozen'::text])))
)
row level security: forced
CREATE INDEX people_by_name ON public.people USING btree (plant_id, name)
CREATE INDEX people_by_position ON public.people USING btree (plant_id, unit, position_id)
CREATE INDEX people_by_staff_number ON public.people USING btree (plant_id, staff_number)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.permit_numbers (
  plant_id text not null,
  prefix text not null,
  day date not null,
  last integer not null,
  constraint permit_numbers_pkey PRIMARY KEY (plant_id, prefix, day),
  constraint permit_numbers_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.permits (
  plant_id text not null,
  permit_id text not null,
  job_id text not null,
  number text not null,
  operation text not null,
  level text not null,
  risk text not null,
  status text not null,
  place_id text not null,
  place_detail text not null,
  content text not null,
  applied_at bigint not null,
  window_from bigint not null,
  window_to bigint not null,
  applicant text not null,
  work_unit text not null,
  leader text not null,
  guardians text[] not null,
  workers text[] not null,
  approvers text[] not null,
  constraint permits_pkey PRIMARY KEY (plant_id, permit_id),
  constraint permits_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
CREATE INDEX permits_by_number ON public.permits USING btree (plant_id, number)
CREATE INDEX permits_by_time ON public.permits USING btree (plant_id, window_from DESC, permit_id DESC)
CREATE INDEX permits_of_job ON public.permits USING btree (plant_id, job_id)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.person_secrets (
  plant_id text not null,
  person_id text not null,
  wrapped_key bytea not null,
  id_number bytea,
  phone bytea,
  id_index text,
  phone_index text,
  constraint person_secrets_plant_id_id_index_key UNIQUE (plant_id, id_index),
  constraint person_secrets_pkey PRIMARY KEY (plant_id, person_id),
  constraint person_secrets_plant_id_person_id_fkey FOREIGN KEY (plant_id, person_id) REFERENCES people(plant_id, person_id)
)
row level security: forced
CREATE INDEX person_secrets_by_phone ON public.person_secrets USING btree (plant_id, phone_index)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.personal_data_log (
  plant_id text not null,
  entry_id text not null,
  kind text not null,
  person_id text not null,
  account_id text not null,
  fields text[] not null,
  reason text not null,
  recorded_at bigint not null,
  constraint personal_data_log_pkey PRIMARY KEY (plant_id, entry_id),
  constraint personal_data_log_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint personal_data_log_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'erasure'::text]))),
  constraint personal_data_log_reason_check CHECK ((reason <> ''::text))
)
row level security: forced
CREATE INDEX personal_data_log_of_person ON public.personal_data_log USING btree (plant_id, person_id, recorded_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.places (
  plant_id text not null,
  place_id text not null,
  name text not null,
  facts jsonb not null,
  revision integer not null default 1,
  constraint places_pkey PRIMARY KEY (plant_id, place_id),
  constraint places_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.plants (
  plant_id text not null,
  group_id text not null,
  name text not null,
  time_zone text not null,
  created_at timestamp with time zone not null default now(),
  rulebook_id text not null default 'chemical'::text,
  constraint plants_pkey PRIMARY KEY (plant_id)
)
row level security: forced
policy founded for a to public with check true
policy of_all_plants for r to public using true
policy of_this_plant for w to public using (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.recording_holds (
  plant_id text not null,
  hold_id text not null,
  recording_id text not null,
  job_id text,
  reason text not null,
  held_by text not null,
  held_at bigint not null,
  released_by text,
  released_at bigint,
  constraint recording_holds_pkey PRIMARY KEY (plant_id, hold_id),
  constraint recording_holds_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint recording_holds_plant_id_recording_id_fkey FOREIGN KEY (plant_id, recording_id) REFERENCES recordings(plant_id, recording_id)
)
row level security: forced
CREATE INDEX holds_of_recording ON public.recording_holds USING btree (plant_id, recording_id)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.recordings (
  plant_id text not null,
  recording_id text not null,
  camera_id text not null,
  from_at bigint not null,
  to_at bigint not null,
  content_hash text not null,
  address text not null,
  kept_at bigint not null,
  kept_by text not null,
  keep_until bigint not null,
  let_go_at bigint,
  constraint recordings_pkey PRIMARY KEY (plant_id, recording_id),
  constraint recordings_plant_id_camera_id_fkey FOREIGN KEY (plant_id, camera_id) REFERENCES cameras(plant_id, camera_id),
  constraint recordings_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint recordings_check CHECK ((from_at < to_at)),
  constraint recordings_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
)
row level security: forced
CREATE INDEX recordings_by_time ON public.recordings USING btree (plant_id, to_at)
CREATE INDEX recordings_of_camera ON public.recordings USING btree (plant_id, camera_id, from_at)
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.risk_entries (
  plant_id text not null,
  entry_id text not null,
  version integer not null,
  position integer not null,
  operation text,
  equipment text,
  area text,
  step text not null,
  hazard text not null,
  consequence text not null,
  measures text not null,
  owner text not null,
  is_withdrawn boolean not null default false,
  changed_by text,
  changed_at bigint not null,
  constraint risk_entries_pkey PRIMARY KEY (plant_id, entry_id, version),
  constraint risk_entries_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint risk_entries_owner_check CHECK ((owner = ANY (ARRAY['leader'::text, 'crew'::text, 'guardian'::text, 'gas-analyst'::text, 'unit'::text]))),
  constraint risk_entries_version_check CHECK ((version > 0))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.rulebook_drafts (
  plant_id text not null,
  draft_id text not null,
  edition text not null,
  content text not null,
  drafted_at bigint not null,
  drafted_by text not null,
  closed_at bigint,
  closed_by text,
  outcome text,
  constraint rulebook_drafts_pkey PRIMARY KEY (plant_id, draft_id),
  constraint rulebook_drafts_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint rulebook_drafts_check CHECK ((((closed_at IS NULL) = (outcome IS NULL)) AND ((closed_by IS NULL) = (outcome IS NULL)))),
  constraint rulebook_drafts_check1 CHECK (((outcome IS DISTINCT FROM 'published'::text) OR (closed_by <> drafted_by))),
  constraint rulebook_drafts_outcome_check CHECK ((outcome = ANY (ARRAY['published'::text, 'withdrawn'::text])))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app
grant update (closed_at, closed_by, outcome) to holdpoint_app

table public.rulebook_editions (
  plant_id text not null,
  rulebook_id text not null,
  edition text not null,
  effective_from date not null,
  content jsonb not null,
  published_at bigint not null default 0,
  published_by text,
  constraint rulebook_editions_pkey PRIMARY KEY (plant_id, rulebook_id, edition),
  constraint rulebook_editions_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

table public.scopes (
  plant_id text not null,
  scope text not null,
  constraint scopes_pkey PRIMARY KEY (plant_id, scope),
  constraint scopes_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app
grant update (scope) to holdpoint_app

table public.sessions (
  plant_id text not null,
  token_hash text not null,
  account_id text not null,
  expires_at bigint not null,
  constraint sessions_pkey PRIMARY KEY (plant_id, token_hash),
  constraint sessions_plant_id_account_id_fkey FOREIGN KEY (plant_id, account_id) REFERENCES accounts(plant_id, account_id),
  constraint sessions_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select to holdpoint_app

table public.sources (
  plant_id text not null,
  source_id text not null,
  kind text not null,
  places text[] not null default '{}'::text[],
  heard_at bigint,
  constraint sources_pkey PRIMARY KEY (plant_id, source_id),
  constraint sources_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint sources_plant_id_source_id_fkey FOREIGN KEY (plant_id, source_id) REFERENCES equipment(plant_id, equipment_id),
  constraint sources_kind_check CHECK ((kind = ANY (ARRAY['fixed-detectors'::text, 'gateway'::text, 'positioning'::text])))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select, update to holdpoint_app

table public.weather_feeds (
  plant_id text not null,
  code text not null,
  stations jsonb not null default '[]'::jsonb,
  tried_at bigint,
  answered_at bigint,
  problem text,
  failed_tries integer not null default 0,
  next_at bigint not null default 0,
  constraint weather_feeds_pkey PRIMARY KEY (plant_id),
  constraint weather_feeds_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id)
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant delete, insert, select, update to holdpoint_app

table public.weather_readings (
  plant_id text not null,
  observed_at bigint not null,
  wind_force numeric,
  sky text[],
  station text not null default ''::text,
  source text not null default 'hand'::text,
  recorded_by text,
  recorded_at bigint,
  wind_metres_per_second numeric,
  temperature_celsius numeric,
  visibility_metres numeric,
  rain_mm_per_hour numeric,
  constraint weather_readings_pkey PRIMARY KEY (plant_id, observed_at, station, source),
  constraint weather_readings_plant_id_fkey FOREIGN KEY (plant_id) REFERENCES plants(plant_id),
  constraint weather_readings_source_check CHECK ((source = ANY (ARRAY['hand'::text, 'feed'::text])))
)
row level security: forced
policy of_this_plant for * to public using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())
grant insert, select to holdpoint_app

CREATE OR REPLACE FUNCTION holdpoint.current_plant()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting('holdpoint.plant', true), ''), holdpoint.refuse_no_plant()) $function$
;

CREATE OR REPLACE FUNCTION holdpoint.refuse_no_plant()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  raise exception 'no plant is set for this transaction' using errcode = 'insufficient_privilege';
end $function$
;
