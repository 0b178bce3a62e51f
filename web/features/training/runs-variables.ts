const pageSize = 25;

/** A page of the runs, of one model or of all where there is none, as the API takes it. */
export function runsVariables(model: string, after: string | null = null) {
  return { first: pageSize, after, model: model || null };
}
