export function encryptConnections(url: string): Promise<string>;
