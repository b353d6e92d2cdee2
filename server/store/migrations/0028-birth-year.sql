-- How old somebody is counts at some work. The year alone is kept in the open; the date stays in the sealed identity number.
alter table people add column birth_year smallint check (birth_year between 1900 and 2100);
