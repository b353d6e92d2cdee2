-- What a duty is about and where its authority is held, so that a person's own duties can be found without reading the history.
-- Rows from before have no reach; they are read as the narrower one, the unit of the place, until their job is next written.
alter table obligations add column hold_point text;
alter table obligations add column operation text;
alter table obligations add column permit text;
alter table obligations add column assignee_of text check (assignee_of in ('place-unit', 'plant'));
create index obligations_of_person on obligations (plant_id, assignee_person) where met_at is null and lapsed_at is null;
