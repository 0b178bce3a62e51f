import { createHash, timingSafeEqual } from "node:crypto";

/** Compares with a secret, in a time that tells nothing of it. */
export function sameSecret(secret: string): (given: string) => boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const wanted = digest(secret);
  return (given) => timingSafeEqual(digest(given), wanted);
}
