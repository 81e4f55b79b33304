/** Beyond these it is no list of people: a whole file on one line, a picture, a database dump. */
export const MAX_LINE = 1_000_000;
export const MAX_COLUMNS = 1_000;
