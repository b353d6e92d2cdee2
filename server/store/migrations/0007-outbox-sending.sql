-- A counterpart may decline for good; a person is then shown it, and the next in order goes out.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check check (state in ('queued', 'sent', 'declined'));

-- Who takes a message holds a lease, not a transaction: a sender that dies lets go by itself.
alter table outbox add column leased_until bigint not null default 0;

create index outbox_in_order on outbox (plant_id, counterpart, ordering_key, seq) where state = 'queued';
