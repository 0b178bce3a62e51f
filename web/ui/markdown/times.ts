/** A moment to the minute, as the service writes it into a text, which is for whoever reads it anywhere: "2026-11-28 00:12 UTC". */
const written = /(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?) UTC/g;

/** A text as its parts: words as they are, moments apart. */
export function splitTimes(text: string): (string | { at: string })[] {
  const parts: (string | { at: string })[] = [];
  let end = 0;
  for (const found of text.matchAll(written)) {
    const at = new Date(`${found[1]}T${found[2]}Z`);
    if (Number.isNaN(at.getTime())) continue;
    if (found.index > end) parts.push(text.slice(end, found.index));
    parts.push({ at: at.toISOString() });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
