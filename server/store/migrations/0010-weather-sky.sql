-- What the sky did when somebody looked; an empty list is a fair one, null is "nobody looked".
alter table weather_readings add column sky text[];
