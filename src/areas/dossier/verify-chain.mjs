// Computes anew: the chain of facts in chain.json, the commitments to all words and files that lie beside it, and the
// digests in manifest.json. Run: node verify-chain.mjs
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const read = (path) => readFileSync(fileURLToPath(new URL(".", import.meta.url)) + path);
const wrong = [];
let [words, leftOut] = [0, 0];
// One text for one value (RFC 8785): members sorted, nothing in between.
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).toSorted();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
};
const { complaintId, events } = JSON.parse(read("chain.json").toString());
let previous = Buffer.alloc(32);
for (const [index, event] of events.entries()) {
  const { version, type, data, actor, recordedAt, commitments, prevHash, hash } = event;
  const meta = Buffer.from(canonical({ type, data, actor, recordedAt, commitments }));
  const numbers = Buffer.alloc(12);
  numbers.writeBigUInt64BE(BigInt(version));
  numbers.writeUInt32BE(meta.length, 8);
  const told = [
    "redress-1",
    Buffer.from(complaintId.replaceAll("-", ""), "hex"),
    numbers.subarray(0, 8),
    previous,
  ];
  const computed = createHash("sha256");
  for (const part of [...told, numbers.subarray(8), meta]) computed.update(part);
  const here = computed.digest();
  if (version !== index + 1 || prevHash !== previous.toString("hex") || hash !== here.toString("hex"))
    wrong.push(`event ${index + 1} (${type}) is not the one that was recorded`);
  for (const [name, commitment] of Object.entries(commitments)) {
    const [said, file] = [event.words[name], event.files[name]];
    if (!said && !file) leftOut += 1;
    else words += 1;
    const clear = said ? Buffer.from(said.text) : file && read(file.path);
    const salt = Buffer.from((said ?? file)?.salt ?? "", "hex");
    if (clear && createHmac("sha256", salt).update(`${name}\0`).update(clear).digest("hex") !== commitment)
      wrong.push(`event ${index + 1} (${type}): "${name}" is not what was recorded`);
  }
  previous = Buffer.from(hash, "hex");
}
for (const { path, sha256 } of JSON.parse(read("manifest.json").toString()).files)
  if (createHash("sha256").update(read(path)).digest("hex") !== sha256)
    wrong.push(`${path} is not the file that was packed`);
for (const line of wrong) console.error(line);
console.log(
  `${events.length} facts, ${words} words and files checked, ${leftOut} left out. Last: ${previous.toString("hex")}`,
);
console.log(wrong.length === 0 ? "Everything holds." : `${wrong.length} do not hold.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
