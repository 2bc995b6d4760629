-- What went out and must come back. One row a recall, in the words of Recall.avsc.
create table recalls (
  id                text primary key,
  guid              text not null,
  kind              text not null check (kind in ('KILL', 'HOLD', 'CORRECTION', 'OTHER')),
  version           integer not null,
  versions          json not null,
  versions_left_out integer not null default 0,
  issued_at         timestamptz not null,
  reason            text,
  substitute        text,
  source            text not null,
  stored_at         timestamptz not null,
  written_by        xid8 not null default pg_current_xact_id()
);

create index recalls_by_time on recalls (issued_at desc, id desc);
create index recalls_by_guid on recalls (guid, issued_at desc);
create index recalls_by_writer on recalls (written_by);

-- Who has acted on it. It may come before its recall, which stands on another topic, so it refers
-- to none. Of a subscriber the first counts.
create table acknowledgements (
  recall_id       text not null,
  subscriber      text not null,
  guid            text not null,
  -- By the broker's clock.
  acknowledged_at timestamptz not null,
  -- By the subscriber's own.
  stated_at       timestamptz not null,
  note            text,
  stored_at       timestamptz not null,
  written_by      xid8 not null default pg_current_xact_id(),
  primary key (recall_id, subscriber)
);

create index acknowledgements_by_writer on acknowledgements (written_by);
