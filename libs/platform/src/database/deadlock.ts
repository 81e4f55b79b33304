const TIMES = 3;
const DEADLOCK = '40P01';

/** Of transactions that wait for each other PostgreSQL rolls one back, which may then go as if it had come later. */
export async function again<T>(work: () => Promise<T>, times = TIMES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (times === 1 || !(error instanceof Error && 'code' in error && error.code === DEADLOCK)) throw error;
    return again(work, times - 1);
  }
}
