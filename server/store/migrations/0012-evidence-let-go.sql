-- When the file was let go on purpose, its receipt and hash stay. A file that is missing without this is damage.
alter table evidence add column file_let_go_at bigint;
