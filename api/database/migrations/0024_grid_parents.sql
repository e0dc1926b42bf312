-- Who is below a grid is asked of each that changes.
create index on grids (scheme, parent_code) where valid_to is null;
