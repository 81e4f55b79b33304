/** A page that shows what is wrong with a form. Thrown, because Nest would answer a second time with a code of its own. */
export class PageWithErrors extends Error {
  constructor(readonly html: string) {
    super('A form was not right');
  }
}
