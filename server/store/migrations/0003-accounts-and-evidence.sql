create table accounts (
  plant_id text not null references plants,
  account_id text not null,
  login text not null,
  password_hash text not null,
  person_id text,
  roles text[] not null,
  is_disabled boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until bigint,
  primary key (plant_id, account_id),
  unique (plant_id, login)
);

create table sessions (
  plant_id text not null references plants,
  token_hash text not null,
  account_id text not null,
  expires_at bigint not null,
  primary key (plant_id, token_hash),
  foreign key (plant_id, account_id) references accounts (plant_id, account_id)
);

create table capture_tickets (
  plant_id text not null references plants,
  ticket_id text not null,
  job_id text not null,
  step text not null,
  person_id text not null,
  issued_at bigint not null,
  expires_at bigint not null,
  used_for text,
  primary key (plant_id, ticket_id)
);

create table evidence (
  plant_id text not null references plants,
  evidence_id text not null,
  job_id text not null,
  step text not null,
  person_id text not null,
  ticket_id text not null,
  mime text not null,
  byte_count integer not null,
  fingerprint text not null,
  captured_at bigint not null,
  received_at bigint not null,
  position jsonb,
  reuse text not null check (reuse in ('none', 'same', 'near')),
  primary key (plant_id, evidence_id, job_id, step)
);

grant select, insert, update on accounts, capture_tickets to holdpoint_app;
grant select, insert, delete on sessions to holdpoint_app;
grant select, insert on evidence to holdpoint_app;
