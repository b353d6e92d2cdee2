-- One plant never sees another's rows, whatever a query forgets. Forced, so that it binds the owner too.
do $$
declare t text;
begin
  for t in select c.table_name from information_schema.columns c
           where c.table_schema = 'public' and c.column_name = 'plant_id' and c.table_name <> 'plants'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;

-- There is no exemption: a session's token names its plant, sign-in names it too, and whatever works over all plants asks
-- the table of plants and then goes through them one by one.
