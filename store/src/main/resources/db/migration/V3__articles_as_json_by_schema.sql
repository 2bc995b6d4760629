-- Articles, and the subjects of them, as they are written from now on: every field of the schema
-- but the body, lists and flags also where they are empty or false. What was left out because it
-- was empty or false is put in, and so is a subject's type, which was 'subject' by the schema, and
-- its broader concepts: none. What was never written cannot be known here: zones, extra, format
-- and original stay away, so that a version without them shows that it came before.

-- PostgreSQL cannot read a field of JSON with a U+0000 in it. The two backslashes of a pair are a
-- backslash of the text, so only what follows whole pairs is one.
create function pg_temp.readable(told json) returns json language sql as $$
  select regexp_replace(told::text, '(?<!\\)((?:\\\\)*)\\u0000', '\1' || chr(65533), 'g')::json
$$;

update article_versions set article = pg_temp.readable(article)
  where position('\u0000' in article::text) > 0;
update article_versions set tags = pg_temp.readable(tags)
  where position('\u0000' in tags::text) > 0;
update articles set
    subjects = pg_temp.readable(subjects),
    tags = pg_temp.readable(tags),
    engines = pg_temp.readable(engines)
  where position('\u0000' in concat(subjects, tags, engines)) > 0;

create function pg_temp.complete(subjects json) returns json language sql as $$
  select coalesce(
    json_agg(
      json_strip_nulls(
        json_build_object(
          'scheme', subject -> 'scheme',
          'code', subject -> 'code',
          'name', subject -> 'name',
          'type', coalesce(subject -> 'type', '"subject"'),
          'parents', coalesce(subject -> 'parents', '[]')))
      order by place),
    '[]')
  from json_array_elements(subjects) with ordinality as each (subject, place)
$$;

update articles set subjects = pg_temp.complete(subjects) where subjects::text <> '[]';

update article_versions set article = (
    select json_object_agg(name, value order by place)
    from (
      select name, case name when 'subjects' then pg_temp.complete(value) else value end as value, place
      from json_each(article) with ordinality as field (name, value, place)
      union all
      select name, value::json, place
      from (values
          ('embargoUnread', 'false', 101), ('publicationDates', '[]', 102), ('repairs', '[]', 103))
        as known (name, value, place)
      where article -> name is null) as fields)
  where article is not null;

comment on column article_versions.article is
  'the article as received, by its schema, without its body; without zones, extra, format and original where it was stored before they were kept';
