/** Larger than the 25 MB that providers let people send, once written in base64. */
export const sizeLimit = 36 * 1024 * 1024;
