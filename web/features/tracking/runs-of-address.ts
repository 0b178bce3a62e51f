/** What the address of an experiment's page says of its runs, as its query takes it; keys to sort by stand between commas. */
export function runsOfAddress(id: string, address: Pick<URLSearchParams, "get">, after: string | null = null) {
  const keys = (address.get("order") ?? "").split(",").flatMap((key) => key.trim() || []);
  return { id, filter: address.get("filter") || null, orderBy: keys.length === 0 ? null : keys, after };
}
