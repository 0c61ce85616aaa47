import type { Language } from "../../texts/catalogue.ts";
import type { Part } from "../../core/letters/letter.ts";

const width = 76;

/** A letter as it reads in a plain-text mail program. */
export function asText(greeting: string, parts: Part[], signature: string[]): string {
  return [wrap(greeting), ...parts.map(partAsText), ["-- ", ...signature].join("\n")].join("\n\n") + "\n";
}

function partAsText(part: Part): string {
  if ("text" in part)
    return part.text
      .split("\n")
      .map((line) => wrap(line))
      .join("\n");
  if ("facts" in part) return part.facts.map(([label, value]) => wrap(`${label}: ${value}`, "  ")).join("\n");
  if ("list" in part) return part.list.map((line) => `* ${wrap(line, "  ").trimStart()}`).join("\n");
  // An address stands alone on its line and is never broken.
  return `${part.link}:\n${part.url}`;
}

function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/[ \n\t]+/)) {
    if (line.trim() !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same letter as HTML: no pictures, nothing fetched, readable in light and dark. */
export function asHtml(
  language: Language,
  subject: string,
  greeting: string,
  parts: Part[],
  signature: string[],
): string {
  const paragraph = (html: string) => `<p style="margin:0 0 16px">${html}</p>`;
  const body = [paragraph(escape(greeting)), ...parts.map((part) => partAsHtml(part, paragraph))].join("\n");
  const foot = signature.map(escape).join("<br>");
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:Canvas;color:CanvasText;font:16px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:36em">
${body}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #8c959f;font-size:14px">${foot}</p>
</div></body></html>
`;
}

function partAsHtml(part: Part, paragraph: (html: string) => string): string {
  if ("text" in part) return paragraph(escape(part.text).replaceAll("\n", "<br>"));
  if ("list" in part)
    return `<ul style="margin:0 0 16px;padding-left:24px">${part.list.map((line) => `<li>${escape(line)}</li>`).join("")}</ul>`;
  if ("facts" in part) {
    const rows = part.facts.map(
      ([label, value]) =>
        `<tr><th scope="row" style="text-align:left;font-weight:400;padding:4px 16px 4px 0;vertical-align:top">${escape(label)}</th><td style="padding:4px 0;font-weight:600;vertical-align:top;hyphens:auto;overflow-wrap:anywhere">${escape(value)}</td></tr>`,
    );
    return `<table style="border-collapse:collapse;margin:0 0 16px">${rows.join("")}</table>`;
  }
  return paragraph(`<a href="${escape(part.url)}" style="font-weight:600">${escape(part.link)}</a>`);
}
