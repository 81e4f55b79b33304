/** What somebody sends who presses twice at once, and once more when the answer is slow: what each of the three gets back. */
export async function pressedAgain<Answer>(press: () => Answer): Promise<Awaited<Answer>[]> {
  const both = await Promise.all([press(), press()]);
  return [...both, await press()];
}
