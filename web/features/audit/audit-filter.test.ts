import { expect, test } from "vitest";
import { addressOf, filterOf, variablesOf } from "./audit-filter.ts";

test("an address holds the filter; what can't be in it is left out", () => {
  const filter = filterOf(
    new URLSearchParams("subject= titanic/2 &action=promoteVersion&outcome=DONE&from=2026-11-27&to=2026-11-27"),
  );
  expect(addressOf(filter)).toBe(
    "/audit?subject=titanic%2F2&action=promoteVersion&outcome=DONE&from=2026-11-27&to=2026-11-27",
  );
  expect(addressOf(filterOf(new URLSearchParams("action=toString&outcome=?&from=yesterday&to=2026-1-1")))).toBe(
    "/audit",
  );
});

test("days are the reader's, from the first one's beginning to the last one's end", () => {
  const { since, until, actor } = variablesOf(filterOf(new URLSearchParams("from=2026-02-28&to=2026-02-28")));
  expect(since).toBe(new Date(2026, 1, 28).toISOString());
  expect(until).toBe(new Date(2026, 2, 1).toISOString());
  expect(actor).toBeNull();
  expect(variablesOf(filterOf(new URLSearchParams()))).toMatchObject({ since: null, until: null });
});
