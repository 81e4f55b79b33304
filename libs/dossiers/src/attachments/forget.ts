import { WORKER, type Tx } from '#platform';

/**
 * Empties files that the student took away and that no shared copy holds any more: from then on they are nowhere. A copy whose sharing
 * ended holds none, so a file goes at the latest one round after sharing stops. Returns how many went.
 */
export async function forgetRemovedFiles(tx: Tx): Promise<number> {
  const [gone] = await tx.write(WORKER, [{ text: EMPTY }]);
  return gone?.length ?? 0;
}

const EMPTY = `update app.attachment f set contents = null, name = '', sha256 = '' where f.removed_at is not null and f.contents is not null
  and not exists (select from app.share s where s.leaver_id = f.leaver_id and s.state in ('given', 'waiting') and f.id = any(s.files))
  returning f.id`;
