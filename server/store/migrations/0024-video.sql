-- Cameras by place, and the film that their recorders keep. A camera is a piece of equipment, so that it has a name.
alter table equipment drop constraint equipment_kind_check;
alter table equipment add constraint equipment_kind_check check (kind in ('instrument', 'fan', 'source', 'camera'));

create table cameras (
  plant_id text not null references plants,
  camera_id text not null,
  address text,
  explosion_rating text,
  -- What it shows; a camera that shows nothing yet films no work.
  places text[] not null default '{}',
  has_recorder boolean not null,
  heard_at bigint,
  primary key (plant_id, camera_id),
  foreign key (plant_id, camera_id) references equipment (plant_id, equipment_id)
);

-- Whether a camera works, as somebody or its recorder said last. Only ever appended to.
create table camera_states (
  plant_id text not null references plants,
  camera_id text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('in-service', 'faulty')),
  note text not null default '',
  stated_by text not null,
  occurred_at bigint not null,
  primary key (plant_id, camera_id, version),
  foreign key (plant_id, camera_id) references cameras (plant_id, camera_id)
);

-- A stretch of film by its hash; the file stays with the recorder. How long it must be kept is set when it comes in.
create table recordings (
  plant_id text not null references plants,
  recording_id text not null,
  camera_id text not null,
  from_at bigint not null,
  to_at bigint not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  address text not null,
  kept_at bigint not null,
  kept_by text not null,
  keep_until bigint not null,
  let_go_at bigint,
  primary key (plant_id, recording_id),
  foreign key (plant_id, camera_id) references cameras (plant_id, camera_id),
  check (from_at < to_at)
);
create index recordings_of_camera on recordings (plant_id, camera_id, from_at);
create index recordings_by_time on recordings (plant_id, to_at);

create table recording_holds (
  plant_id text not null references plants,
  hold_id text not null,
  recording_id text not null,
  job_id text,
  reason text not null,
  held_by text not null,
  held_at bigint not null,
  released_by text,
  released_at bigint,
  primary key (plant_id, hold_id),
  foreign key (plant_id, recording_id) references recordings (plant_id, recording_id)
);
create index holds_of_recording on recording_holds (plant_id, recording_id);

grant select, insert, update on cameras, recordings, recording_holds to holdpoint_app;
grant select, insert on camera_states to holdpoint_app;

do $$
declare t text;
begin
  foreach t in array array['cameras', 'camera_states', 'recordings', 'recording_holds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_this_plant on %I using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())', t);
  end loop;
end $$;
