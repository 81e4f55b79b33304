/** A file that cannot go in at all; the message is one Dutch sentence for the person who brought it. */
export class RefusedFile extends Error {}
