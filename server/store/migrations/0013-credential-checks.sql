-- What the issuer's register said about a certificate each time somebody looked: how, when and who. Only ever added to; the
-- certificate itself carries the last answer.
create table credential_checks (
  plant_id text not null references plants,
  check_id text not null,
  credential_id text not null,
  result text not null check (result in ('confirmed', 'revoked', 'not-found')),
  checked_on date not null,
  method text not null check (method in ('website', 'code-on-certificate', 'telephone', 'letter')),
  note text,
  account_id text not null,
  recorded_at bigint not null,
  primary key (plant_id, check_id)
);
create index credential_checks_of_credential on credential_checks (plant_id, credential_id, recorded_at);
alter table credential_checks enable row level security;
alter table credential_checks force row level security;
create policy of_this_plant on credential_checks using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
grant select, insert on credential_checks to holdpoint_app;
