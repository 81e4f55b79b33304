/** From those who make something ready to those who take it: whoever offers waits until it is taken. */
export class Handover<Item> {
  private offers: { readonly item: Item; readonly taken: () => void }[] = [];
  private takers: ((item?: Item) => void)[] = [];
  private closed = false;

  /** Resolves when somebody took it, or when nobody ever will. */
  give(item: Item): Promise<void> {
    const taker = this.takers.shift();
    if (taker) return Promise.resolve(taker(item));
    return new Promise((taken) => void this.offers.push({ item, taken }));
  }

  /** Undefined once it is closed. */
  async take(): Promise<Item | undefined> {
    const offer = this.offers.shift();
    offer?.taken();
    if (offer || this.closed) return offer?.item;
    return new Promise((resolve) => void this.takers.push(resolve));
  }

  /** What was offered and not taken comes back. */
  close(): Item[] {
    this.closed = true;
    for (const taker of this.takers.splice(0)) taker();
    const left = this.offers.splice(0);
    for (const { taken } of left) taken();
    return left.map(({ item }) => item);
  }
}
