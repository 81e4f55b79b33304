import { SMALLEST_COUNT } from '#policy';

const few = (count: string): string => `nullif(${count}, case when ${count} between 1 and ${SMALLEST_COUNT - 1} then ${count} end)::int`;

/** Per offer of the own region, for who administers it: how often offered, accepted, completed; of few people nothing (rules 12). */
export const supportOffers = `
create or replace function app.offer_counts() returns table (offer_id uuid, offered int, accepted int, completed int) language sql stable as $$
  select o.id, ${few('count(s.id)')}, ${few("count(s.id) filter (where s.answer = 'accepted')")}, ${few('count(s.completed_on)')}
  from app.support_offer o left join app.case_support s on s.offer_id = o.id
  where o.region = app.my_region() and exists (select from app.membership m where m.id = app.my_member() and m.role = 'region-administrator')
  group by o.id
$$;`;

export const supportOfferFunctions = ['offer_counts()'];
