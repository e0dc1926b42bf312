-- Which check found it last: what it said holds only for as long as its site is one that this check looks at. Null: nobody knows any more.
alter table site_findings add column check_id integer references site_checks;
