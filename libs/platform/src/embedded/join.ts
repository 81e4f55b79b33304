import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';
import { ensureCluster } from './cluster.ts';
import { openFolder, type Folder } from './folder.ts';
import { launch } from './launch.ts';
import { withMutex } from './mutex.ts';
import { nonRootRunner } from './non-root.ts';
import { endAtOnce, findServer, type RunningServer } from './running-server.ts';
import { Users, type UserKind } from './users.ts';
import { keepUp } from './keep-up.ts';

export interface JoinOptions {
  readonly kind: UserKind;
  /** False: faster, and forgets everything in a crash (tests). */
  readonly durable: boolean;
}

/** A server that this process uses, possibly together with others. */
export interface JoinedServer {
  /** Log-in of the superuser. */
  readonly url: string;
  readonly how: 'started' | 'joined';
  /** The last one to leave stops the server. */
  readonly leave: () => Promise<void>;
}

/** A real PostgreSQL from npm, on a local port, with its data in a folder: started here, or shared with who uses it already. */
export async function joinServer(root: string, { kind, durable }: JoinOptions): Promise<JoinedServer> {
  const folder = openFolder(root);
  const users = new Users(folder.users);
  const { name, atExit, how, url } = await withMutex(folder.mutex, async () => {
    refuseSecondService(folder, users, kind);
    const entry = users.add(kind);
    const onExit = (): void => leaveAtOnce(folder, users, entry);
    process.once('exit', onExit);
    try {
      return { name: entry, atExit: onExit, ...(await findOrLaunch(folder, durable)) };
    } catch (error) {
      process.off('exit', onExit);
      users.remove(entry);
      throw error;
    }
  });
  const restart = (): Promise<unknown> => withMutex(folder.mutex, () => findOrLaunch(folder, durable));
  const letGo = kind === 'command' ? async () => undefined : keepUp(folder, restart);
  return {
    url,
    how,
    leave: async () => {
      await letGo();
      await leave(folder, users, name).catch(atExit);
      process.off('exit', atExit);
    },
  };
}

/** A process that ends half-way, or cannot take the mutex (a full disk), leaves no server behind that nobody uses. */
function leaveAtOnce(folder: Folder, users: Users, name: string): void {
  users.remove(name);
  if (users.list().length === 0) endAtOnce(folder);
}

/** Whom each kind of user cannot have beside it. */
const RIVALS = { service: ['service', 'part'], part: ['service'], command: [] } as const satisfies Record<UserKind, readonly UserKind[]>;

function refuseSecondService(folder: Folder, users: Users, kind: UserKind): void {
  const rivals: readonly UserKind[] = RIVALS[kind];
  const other = users.list().find((user) => rivals.includes(user.kind));
  if (!other) return;
  throw new CannotGoOn(
    `Overstap draait al op de map ${folder.root} (proces ${other.pid}). Stop die eerst, of geef deze een eigen map met OVERSTAP_DATA.`,
  );
}

async function findOrLaunch(folder: Folder, durable: boolean): Promise<Pick<JoinedServer, 'url' | 'how'>> {
  const running = await findServer(folder);
  if (running) return { url: running.url, how: 'joined' };
  const runner = nonRootRunner();
  ensureCluster(folder, runner, durable);
  await launch(folder, runner, durable);
  const { url } = await needed(findServer(folder));
  return { url, how: 'started' };
}

async function needed(finding: Promise<RunningServer | undefined>): Promise<RunningServer> {
  const server = await finding;
  if (!server) throw new Error('PostgreSQL started and ended at once');
  return server;
}

const leave = (folder: Folder, users: Users, name: string): Promise<void> =>
  withMutex(folder.mutex, async () => {
    users.remove(name);
    if (users.list().length === 0) await (await findServer(folder))?.stop();
  });
