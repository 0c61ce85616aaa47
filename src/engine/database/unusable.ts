/** The database cannot be used until an operator has mended something. Said as it is, without a stack. */
export class Unusable extends Error {}
