-- What a grid was before is asked of each that changes: not every row there ever was is to be read for it.
create index on grids (scheme, code);
