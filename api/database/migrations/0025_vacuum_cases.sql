-- Figures are read from an index alone where vacuum has found the rows to be visible to everybody: a month's worth of new cases must not wait for a
-- fifth of the table.
alter table cases set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);
