export function startTemporaryPostgres(
  onLog?: (line: string) => void,
): Promise<{ url: string; stop: () => Promise<void> }>;
