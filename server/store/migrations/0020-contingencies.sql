-- What speaks to us by itself: fixed detectors, gateway, positioning. A source is a piece of equipment, so that it has a name.
alter table equipment drop constraint equipment_kind_check;
alter table equipment add constraint equipment_kind_check check (kind in ('instrument', 'fan', 'source'));

create table sources (
  plant_id text not null references plants,
  source_id text not null,
  kind text not null check (kind in ('fixed-detectors', 'gateway', 'positioning')),
  -- What it watches over; empty is the whole plant.
  places text[] not null default '{}',
  heard_at bigint,
  primary key (plant_id, source_id),
  foreign key (plant_id, source_id) references equipment (plant_id, equipment_id)
);

-- A fallback that somebody opened for a limited time. Whether it is open follows from these instants and now.
create table contingencies (
  plant_id text not null references plants,
  contingency_id text not null,
  mode text not null,
  source_id text not null,
  declared_by text not null,
  opened_at bigint not null,
  until bigint not null,
  ended_at bigint,
  ended_by text,
  primary key (plant_id, contingency_id),
  foreign key (plant_id, source_id) references sources (plant_id, source_id)
);
create index contingencies_of_source on contingencies (plant_id, source_id, until);

-- Paper tickets printed before they are needed. A code is kept as a hash and serves once.
create table emergency_batches (
  plant_id text not null references plants,
  batch_id text not null,
  operation text not null,
  printed_at bigint not null,
  printed_by text not null,
  primary key (plant_id, batch_id)
);

create table emergency_tickets (
  plant_id text not null references plants,
  ticket_number text not null,
  batch_id text not null,
  code_hash text not null,
  job_id text,
  entered_at bigint,
  entered_by text,
  supervised_by text,
  failed_attempts integer not null default 0,
  primary key (plant_id, ticket_number),
  foreign key (plant_id, batch_id) references emergency_batches (plant_id, batch_id)
);

grant select, insert, update on sources, contingencies, emergency_tickets to holdpoint_app;
grant select, insert on emergency_batches to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['sources', 'contingencies', 'emergency_batches', 'emergency_tickets'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
