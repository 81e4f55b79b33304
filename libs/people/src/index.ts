export { Asking } from './access/asking.decorator.ts';
export { Handlers, type HandlerRow } from './access/handlers.ts';
export { May, Public, SignedIn } from './access/may.decorator.ts';
export { PeopleModule } from './people.module.ts';
export { giveSession, sessionToken, takeSession } from './session/cookie.ts';
export { examplePersons, type ExamplePerson } from './session/example-persons.ts';
export { Sessions } from './session/sessions.ts';
export { SignInLinks } from './session/sign-in-links.ts';
export type { Membership, Visitor } from './visitor.ts';
