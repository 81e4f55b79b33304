/** A copy of a section takes its files along: by question, as {asked, answer: [{file, name, kind, size}]}. */
export const attachments = `
create or replace function app.answers_with_files(leaver uuid, part text, answers jsonb) returns jsonb language sql stable as $$
  select answers || coalesce(jsonb_object_agg(f.question, jsonb_build_object('asked', f.asked, 'answer', f.files)), '{}')
  from (
    select question, max(asked) as asked, jsonb_agg(jsonb_build_object('file', id, 'name', name, 'kind', kind, 'size', size) order by added_at, id) as files
    from app.attachment where leaver_id = leaver and section = part and removed_at is null group by question) f
$$;

create or replace function app.file_changes(leaver uuid, part text) returns int language sql stable as $$
  select (count(*) + count(removed_at))::int from app.attachment where leaver_id = leaver and section = part
$$;
comment on function app.file_changes(uuid, text) is 'Only ever grows: with the version of the text it tells one state of a section from the next.';`;
