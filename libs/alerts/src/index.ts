export { mailsOf } from './mails.ts';
