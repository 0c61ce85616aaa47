import { addressParser, decodeWords, type Mailbox } from "postal-mime";
import { isAddress } from "./address.ts";

/**
 * The first address that could be written to, in a header as programs really write it: names with bare commas
 * ("Muster, Anna <a@b.example>"), `mailto:` within, a dot at the end. Of several that only look like one, none.
 */
export function writerIn(value: string): Mailbox | undefined {
  const found = addressParser(value.slice(0, 2000), { flatten: true });
  const at = found.findIndex(({ address }) => isAddress(bare(address)));
  if (at >= 0) {
    const names = found.slice(0, at + 1).map(({ name }) => name);
    return {
      name: decodeWords(names.filter((name) => name !== "").join(", ")),
      address: bare(found[at]!.address),
    };
  }
  const like = value.slice(0, 2000).match(/[^\s<>()[\],;:"'\\]+@[^\s<>()[\],;:"'\\]+/g) ?? [];
  const [address, ...others] = new Set(like.map(bare).filter(isAddress));
  return address !== undefined && others.length === 0 ? { name: "", address } : undefined;
}

const bare = (address = ""): string =>
  address
    .trim()
    .replace(/^(mailto|smtp):/i, "")
    .replace(/\.$/, "");
