-- What the printed code in a capture names, once its signature was found good: {"kind": "fan", "id": "FAN-3"}.
alter table evidence add column scanned jsonb;
