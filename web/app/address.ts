/** What Next gives a page of the address behind the question mark. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The same as the browser has it. */
export async function parametersOf(searchParams: SearchParams): Promise<URLSearchParams> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return new URLSearchParams(pairs);
}
