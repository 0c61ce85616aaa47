/**
 * What may stand in a log of something that was thrown: where it happened. Its message can hold a person's words, of as
 * many lines as they have.
 */
export const withoutWords = (error: Error) => ({
  failure: error.name,
  code: (error as { code?: string }).code,
  stack: error.stack
    ?.slice(error.stack.indexOf(error.message) + error.message.length)
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 5),
});
