/** A stretch of a line: words as they stand, or a slot to be filled. */
export type Stretch = string | { slot: string };

/**
 * How one line of a template reads. `{name}` is a slot in each of them:
 *
 *     a line of a paragraph; a blank line ends the paragraph
 *     | Label: {slot}          a fact, beneath the one before
 *     * {slot}                 a line of a list
 *     [Label]({slot})          a link, alone on its line
 */
export type Line =
  | { form: "blank" }
  | { form: "text"; said: Stretch[] }
  | { form: "fact"; label: string; said: Stretch[] }
  | { form: "item"; said: Stretch[] }
  | { form: "link"; label: string; slot: string };

export type Block =
  | { text: Stretch[][] }
  | { facts: { label: string; said: Stretch[] }[] }
  | { list: Stretch[][] }
  | { link: string; slot: string };

/** Every text can be read; what was meant as something else stays words, and `checking.ts` finds it. */
export const linesOf = (body: string): Line[] => body.split("\n").map((line) => lineOf(line.trim()));

function lineOf(line: string): Line {
  if (line === "") return { form: "blank" };
  const link = /^\[([^[\]{}]+)\]\(\{(\w+)\}\)$/.exec(line);
  if (link) return { form: "link", label: link[1]!, slot: link[2]! };
  const fact = /^\|\s+([^:{}]+):\s+(\S.*)$/.exec(line);
  if (fact) return { form: "fact", label: fact[1]!, said: stretchesOf(fact[2]!) };
  const item = /^\*\s+(\S.*)$/.exec(line);
  if (item) return { form: "item", said: stretchesOf(item[1]!) };
  return { form: "text", said: stretchesOf(line) };
}

export const stretchesOf = (text: string): Stretch[] =>
  text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { slot: piece.slice(1, -1) } : piece));

export const slotsIn = (said: Stretch[]): string[] =>
  said.flatMap((stretch) => (typeof stretch === "string" ? [] : [stretch.slot]));

/** Lines of one form that follow each other are one part of the letter; each link is one of its own. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let before: Line["form"] = "blank";
  for (const line of linesOf(body)) {
    const last = blocks.at(-1);
    const goesOn = line.form === before ? last : undefined;
    if (line.form === "text") {
      if (goesOn && "text" in goesOn) goesOn.text.push(line.said);
      else blocks.push({ text: [line.said] });
    } else if (line.form === "fact") {
      const fact = { label: line.label, said: line.said };
      if (goesOn && "facts" in goesOn) goesOn.facts.push(fact);
      else blocks.push({ facts: [fact] });
    } else if (line.form === "item") {
      if (goesOn && "list" in goesOn) goesOn.list.push(line.said);
      else blocks.push({ list: [line.said] });
    } else if (line.form === "link") blocks.push({ link: line.label, slot: line.slot });
    before = line.form;
  }
  return blocks;
}
