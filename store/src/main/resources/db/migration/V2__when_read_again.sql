-- When the current version was read again of its kept bytes: of two readings of one version the
-- later wins. Null where it stands as it was read first.
alter table articles add column read_again_at timestamptz;
