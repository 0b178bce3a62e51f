/** How many there are of something, as a sentence says it: "no version", "one version", "12 versions". */
export function counted(count: number, noun: string): string {
  if (count === 0) return `no ${noun}`;
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}
