-- Why urgent work could not wait until it was booked, on the job's line: the board tells it without reading its history.
alter table jobs add column urgent_reason text;
do $$
declare p text;
begin
  for p in select plant_id from plants loop
    perform set_config('holdpoint.plant', p, true);
    update jobs j set urgent_reason = nullif(btrim(s.reason), '')
    from (
      select distinct on (e.stream_id) e.stream_id, e.payload -> 'application' ->> 'urgentReason' as reason from events e
      where e.plant_id = p and e.type = 'JobSubmitted' order by e.stream_id, e.version desc) s
    where j.plant_id = p and j.job_id = s.stream_id;
  end loop;
end $$;
