-- Each plant follows one industry's rulebook, or an edition of its own of it. Who published an edition, and when, is kept.
alter table plants add column rulebook_id text not null default 'chemical';
alter table rulebook_editions add column published_at bigint not null default 0;
alter table rulebook_editions add column published_by text;

-- By which edition a job is decided, on its line: the board judges many jobs at once and need not read their histories.
alter table jobs add column rulebook jsonb;
-- Row security is forced, so the owner as well must say which plant it means.
do $$
declare p text;
begin
  for p in select plant_id from plants loop
    perform set_config('holdpoint.plant', p, true);
    update jobs j set rulebook = (
      select e.payload -> 'rulebook' from events e
      where e.plant_id = j.plant_id and e.stream_id = j.job_id and e.type = 'JobSubmitted'
      order by e.version desc limit 1)
    where j.plant_id = p;
  end loop;
end $$;
