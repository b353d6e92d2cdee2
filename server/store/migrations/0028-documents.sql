-- Written plans that were handed in for a job. The file lies with the evidence under its hash; what it is was told by its bytes.
create table documents (
  plant_id text not null references plants,
  document_id text not null,
  job_id text not null,
  name text not null,
  mime text not null,
  byte_count integer not null check (byte_count > 0),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  uploaded_by text not null,
  uploaded_at bigint not null,
  primary key (plant_id, document_id)
);
create index documents_of_job on documents (plant_id, job_id);

grant select, insert on documents to holdpoint_app;
alter table documents enable row level security;
alter table documents force row level security;
create policy of_this_plant on documents using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
