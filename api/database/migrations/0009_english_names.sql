-- What a feature is called in English, where its Chinese name already has a column.
alter table grids add column name_en text;
alter table river_segments add column name_en text;
alter table shelters add column name_en text;
alter table monitoring_stations add column name_en text;
alter table outfalls add column name_en text;
alter table water_sources add column name_en text;
alter table hazard_zones add column name_en text;
alter table patrol_areas add column name_en text;
alter table geohazard_points add column name_en text;
alter table faults add column name_en text;
alter table observation_points add column name_en text;
alter table sewage_works add column name_en text;
alter table control_lines add column name_en text;
alter table garbage_points add column name_en text;
