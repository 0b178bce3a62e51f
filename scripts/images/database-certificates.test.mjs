import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { databaseCertificates } from "./database-certificates.mjs";

const DAY_MS = 24 * 3_600_000;
const commonNames = (/** @type {number | undefined} */ now = undefined) =>
  databaseCertificates(now).map(({ subject }) => /^CN=(.*)$/m.exec(subject)?.[1] ?? "");

/** The regions that the stacks are in. */
const regions = ["base", "app"].flatMap((program) => {
  const folder = new URL(`../../infra-pulumi/${program}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
  return files.map((name) => /^ {2}aws:region: (\S+)$/m.exec(readFileSync(new URL(name, folder), "utf8"))?.[1]);
});

test("an image knows the databases of every region that a stack is in, today and a year from now", () => {
  expect(regions).not.toEqual([]);
  for (const names of [commonNames(), commonNames(Date.now() + 365 * DAY_MS)]) {
    for (const region of new Set(regions)) {
      for (const algorithm of ["RSA2048", "RSA4096", "ECC384"])
        expect(names).toContain(`Amazon RDS ${region} Root CA ${algorithm} G1`);
    }
  }
});

test("it trusts roots of Amazon RDS that are valid, and nobody else", () => {
  for (const certificate of databaseCertificates()) {
    expect(certificate.subject).toContain("OU=Amazon RDS");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(true);
  }
  expect(commonNames()).not.toContain("Amazon Root CA 1");
  expect(commonNames()).not.toContain("Amazon RDS Root 2019 CA");
  expect(commonNames(Date.parse("2023-01-01"))).toContain("Amazon RDS Root 2019 CA");
});
