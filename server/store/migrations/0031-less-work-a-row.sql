-- What every row of a large import paid for and nobody needed: a procedure call per row for its plant, the same fact checked by
-- two keys, and an index for undoing that one pass over the plant's people does as well.

create function holdpoint.refuse_no_plant() returns text language plpgsql stable as $$
begin
  raise exception 'no plant is set for this transaction' using errcode = 'insufficient_privilege';
end $$;

-- One expression, so that the planner puts it in place of the call; a setting that is missing refuses as before.
create or replace function holdpoint.current_plant() returns text language sql stable as
$$ select coalesce(nullif(current_setting('holdpoint.plant', true), ''), holdpoint.refuse_no_plant()) $$;

-- Each of these rows has another key, never null, to a row that names its plant: employer, person or import.
alter table people drop constraint people_plant_id_fkey;
alter table person_secrets drop constraint person_secrets_plant_id_fkey;
alter table credentials drop constraint credentials_plant_id_fkey;
alter table medicals drop constraint medicals_plant_id_fkey;
alter table import_batches drop constraint import_batches_plant_id_fkey;
alter table import_findings drop constraint import_findings_plant_id_fkey;

drop index people_by_import;
