interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls that come while a round is under way share the next one: many share a transaction, nobody waits for a timer. */
export function grouped<In, Out>(work: (items: In[]) => Promise<Out[]>): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let busy = false;

  async function round(): Promise<void> {
    const group = waiting;
    waiting = [];
    try {
      const outs = await work(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(outs[index] as Out));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  async function rounds(): Promise<void> {
    busy = true;
    while (waiting.length) await round();
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void rounds();
    });
}
