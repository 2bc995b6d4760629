-- Signals are a closed set: the symbols of the schema. Old rows came by it, too; they are not looked
-- at again, so that a large store is not locked for long.
alter table articles add constraint articles_signal_check check (
  signal in ('UPDATE', 'CORRECTION', 'KILL', 'WITHHOLD', 'ADVISORY', 'TEST', 'OTHER')) not valid;
alter table article_versions add constraint article_versions_signal_check check (
  signal in ('UPDATE', 'CORRECTION', 'KILL', 'WITHHOLD', 'ADVISORY', 'TEST', 'OTHER')) not valid;

-- Whether a correction is of an earlier day's copy. Null where nothing says so.
alter table articles add column corrective boolean;
alter table article_versions add column corrective boolean;

-- Which article, or version, a version names as corrected, carried on, or replaced. What is named may
-- come later or never, so nothing refers to it: whoever reads follows a link both ways when asked,
-- and a link is whole once both of its ends are here, in whichever order they came.
create table article_links (
  guid       text not null references articles on delete cascade,
  version    integer not null,
  kind       text not null check (kind in ('CORRECTS', 'EVOLVED_FROM', 'SUBSTITUTES', 'SUBSTITUTED_BY')),
  to_guid    text not null,
  to_version integer,
  primary key (guid, kind, version)
);

-- Without the guid, which may be as long again: an entry of an index has 2,704 bytes.
create index article_links_to on article_links (to_guid, kind);

-- Versions as they may be shown: while the current one is withheld or killed, none has a text. They
-- keep it, since what is withheld may be released unchanged; a kill takes it from the table itself.
create view shown_versions as
  select v.guid, v.version, v.pub_status, v.signal, v.corrective, v.version_created, v.content_hash,
    v.received_at, v.enriched_at, v.stored_at,
    case when a.pub_status = 'USABLE' then v.article end as article,
    case when a.pub_status = 'USABLE' and v.tags is not null then v.text end as text,
    case when a.pub_status = 'USABLE' then v.tags end as tags,
    case
      when a.pub_status = 'USABLE' and v.tags is not null then null
      when a.pub_status = 'CANCELED' or v.version <= a.killed_version then 'killed'
      when a.pub_status = 'WITHHELD' or v.pub_status = 'WITHHELD' then 'withheld'
      else 'unknown'
    end as text_gone
  from article_versions v join articles a using (guid);
