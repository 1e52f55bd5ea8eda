-- Which column is which, by heading, kept under a name for the next file of the same kind. Headings and names are nobody's data.
create table app.import_templates (
  id uuid primary key,
  ward int not null,
  name text not null,
  -- the file's headings as they are compared: folded, the second of one name numbered
  headings text[] not null,
  -- [{"heading", "field"}, …] in the order of the mapping
  fields jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  unique (ward, name)
);
-- the template that the columns were matched by
alter table app.imports add column template_id uuid references app.import_templates on delete set null;
