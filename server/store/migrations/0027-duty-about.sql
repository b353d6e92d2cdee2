-- Whom a duty is about where it is owed by somebody else: who has to rest.
alter table obligations add column about_person text;
