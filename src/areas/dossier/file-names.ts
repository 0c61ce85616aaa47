/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** A name that every system can keep and no system reads as a path, a device, an option or a hidden file. */
export function safeName(told: string, longest = 100): string {
  const plain = told
    .normalize("NFC")
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"/\\|?*\ufffd]/g, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.~_-]+|[\s.]+$/gu, "");
  const short = shortened(plain, longest).replace(/[\s.]+$/u, "");
  if (short === "") return "file";
  return reserved.test(short) ? `_${short}` : short;
}

/** Within so many bytes, with its ending kept where that is short; cutting makes no ending of what was none. */
function shortened(name: string, longest: number): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? "";
  let stem = "";
  for (const sign of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(stem + sign + ending) > longest) break;
    stem += sign;
  }
  return ending === "" ? stem.replaceAll(".", "_") : stem + ending;
}
