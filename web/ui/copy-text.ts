/** Puts text into the clipboard. @returns whether the browser let us: it does not on a page that came unencrypted from elsewhere */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
