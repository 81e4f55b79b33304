/** A page that shows what is wrong with a form, or why something did not open. Thrown, because Nest would answer a second time with a code of its own. */
export class PageWithErrors extends Error {
  constructor(readonly html: string, readonly status = 422) {
    super('A form was not right');
  }
}
