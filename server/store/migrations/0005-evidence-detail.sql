-- A piece of evidence is one receipt; the same content handed in twice is two receipts of one file.
alter table evidence drop constraint evidence_pkey;
alter table evidence add primary key (plant_id, evidence_id);
alter table evidence add unique (plant_id, ticket_id);

-- The look of a picture, 64 bits; null where it has too little contrast to have one.
alter table evidence drop column fingerprint;
alter table evidence add column fingerprint bit(64);

alter table evidence
  add column content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  add column width_pixels integer not null,
  add column height_pixels integer not null,
  add column clarity jsonb not null,
  add column exif jsonb,
  -- The earlier picture that this one repeats.
  add column reuse_of text,
  add check ((reuse = 'none') = (reuse_of is null));

create index evidence_by_content on evidence (plant_id, content_hash);
create index evidence_by_time on evidence (plant_id, captured_at);
create index evidence_by_job on evidence (plant_id, job_id);
