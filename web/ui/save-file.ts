/** Has the browser save a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(file);
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by the next minute.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
