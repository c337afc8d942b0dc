-- How many bytes of a business lie in the uploads directory, file by file: what is being received takes its room before it is written, so
-- that the sum never passes the limit of the installation. Files of watched folders are not counted: they lay on that disk before.

alter table upload add column disk_bytes bigint not null default 0 constraint upload_disk_bytes_check check (disk_bytes >= 0);
update upload set disk_bytes = size_bytes where status in ('receiving', 'ready', 'queued', 'running', 'failed') and origin <> 'folder';
create index upload_disk_idx on upload (tenant_id) include (disk_bytes) where disk_bytes > 0;
