-- The store: what the sink writes and the console reads. Times are UTC.

-- One row a guid: its current version. A killed guid keeps its row, without text, as a tombstone.
create table articles (
  guid            text primary key,
  version         integer not null,
  pub_status      text not null check (pub_status in ('USABLE', 'WITHHELD', 'CANCELED')),
  signal          text,
  urgency         integer,
  language        text,
  version_created timestamptz,
  first_created   timestamptz,
  embargoed       timestamptz,
  headline        text,
  slugline        text,
  byline          text,
  dateline        text,
  creditline      text,
  ed_note         text,
  usage_terms     text,
  url             text,
  subjects        json not null default '[]',
  source          text not null,
  content_hash    text not null,
  -- Headline, byline, dateline and body in one; the offsets in tags count UTF-16 units of it.
  text            text not null default '',
  -- json and not jsonb: jsonb would lose the order of the keys.
  tags            json,
  engines         json not null default '{}',
  received_at     timestamptz not null,
  enriched_at     timestamptz not null,
  stored_at       timestamptz not null,
  -- Versions up to this one are killed, whatever arrives later.
  killed_version  integer,
  kill_reason     text,
  -- When it was news: never later than it came, so that a wrong clock cannot pin an article on top.
  news_time       timestamptz not null
    generated always as (least(coalesce(version_created, received_at), received_at)) stored,
  -- The writing transaction: rows below the oldest running one are settled, so a reader that
  -- follows them misses none, in whichever order transactions commit.
  written_by      xid8 not null default pg_current_xact_id(),
  -- The index covers the first 250,000 characters: a tsvector holds one megabyte and not more.
  search          tsvector generated always as (
    setweight(to_tsvector(
      case when coalesce(language, 'en') like 'en%' then 'english'::regconfig else 'simple'::regconfig end,
      coalesce(left(headline, 10000), '')), 'A')
    || setweight(to_tsvector(
      case when coalesce(language, 'en') like 'en%' then 'english'::regconfig else 'simple'::regconfig end,
      left(text, 250000)), 'B')) stored
);

create index articles_by_news_time on articles (news_time desc, guid desc);
create index articles_by_arrival on articles (received_at desc, guid desc);
create index articles_by_writer on articles (written_by);
create index articles_killed on articles (guid) where pub_status = 'CANCELED';
create index articles_search on articles using gin (search);

-- Every version whole, stale ones too; those of a killed guid without article, text and tags.
create table article_versions (
  guid            text not null references articles on delete cascade,
  version         integer not null,
  pub_status      text not null check (pub_status in ('USABLE', 'WITHHELD', 'CANCELED')),
  signal          text,
  version_created timestamptz,
  content_hash    text not null,
  article         json,
  text            text not null default '',
  tags            json,
  received_at     timestamptz not null,
  enriched_at     timestamptz not null,
  stored_at       timestamptz not null,
  primary key (guid, version)
);

-- Whom and what the current version of an article names: one row an article and entity.
create table entities (
  guid              text not null references articles on delete cascade,
  ordinal           integer not null,
  entity_id         text not null,
  name              text not null,
  type              text not null,
  knowledge_base_id text,
  salience          double precision not null,
  roles             text[] not null,
  primary key (guid, ordinal)
);

create index entities_by_id on entities (entity_id, guid);
create index entities_by_name on entities (lower(name), guid);

-- Where an entity is named. Spans are half-open UTF-16 offsets into the article's text.
create table mentions (
  guid           text not null references articles on delete cascade,
  entity_ordinal integer not null,
  ordinal        integer not null,
  span_begin     integer not null,
  span_end       integer not null,
  surface        text not null,
  zone           text not null,
  type           text not null,
  primary key (guid, entity_ordinal, ordinal)
);

-- The time expressions of the current version, with their TIMEX3 attributes.
create table timexes (
  guid          text not null references articles on delete cascade,
  ordinal       integer not null,
  span_begin    integer not null,
  span_end      integer not null,
  surface       text not null,
  zone          text not null,
  type          text not null,
  value         text,
  mod           text,
  interval_from text,
  interval_to   text,
  grain         text,
  anchor        text,
  rule          text not null,
  confidence    double precision not null,
  primary key (guid, ordinal)
);

create index timexes_by_value on timexes (value, guid);

-- How far the sink has read, written in the transaction that stores what it read. The topic's id
-- tells a topic that was created anew from the one whose offsets these are.
create table consumer_positions (
  topic       text not null,
  partition   integer not null,
  topic_id    text not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
