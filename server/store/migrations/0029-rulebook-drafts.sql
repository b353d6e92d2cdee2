-- Whoever draws up an edition is not who publishes it: between the two it lies here, as it was written.
create table rulebook_drafts (
  plant_id text not null references plants,
  draft_id text not null,
  edition text not null,
  content text not null,
  drafted_at bigint not null,
  drafted_by text not null,
  closed_at bigint,
  closed_by text,
  outcome text check (outcome in ('published', 'withdrawn')),
  primary key (plant_id, draft_id),
  check ((closed_at is null) = (outcome is null) and (closed_by is null) = (outcome is null)),
  -- The second pair of eyes is not only a matter of good manners.
  check (outcome is distinct from 'published' or closed_by <> drafted_by)
);

grant select, insert, update (closed_at, closed_by, outcome) on rulebook_drafts to holdpoint_app;
alter table rulebook_drafts enable row level security;
alter table rulebook_drafts force row level security;
create policy of_this_plant on rulebook_drafts using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant());
