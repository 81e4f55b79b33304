/**
 * Leavers of who asks whom another school has too: the same name and birth date. Only the name of that school is told; the
 * other row stays the other school's.
 */
export const doubles = `
create or replace function app.doubles_of_my_school() returns table (leaver_id uuid, other_school text) language sql stable as $$
  select d.leaver_id, o.name from app.duplicate_leavers d join app.organisation o on o.id = d.other_school_id
  where d.school_id = app.my_organisation()
$$;`;

export const doublesFunctions = ['doubles_of_my_school()'];
