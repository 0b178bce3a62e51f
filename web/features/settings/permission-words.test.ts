import { expect, test } from "vitest";
import { permissionInWords } from "./permission-words.ts";

test.each([
  ["models:read", "See models"],
  ["training:write", "Change trainings"],
  ["models:remove", "Remove models"],
  ["predictions:make", "Make predictions"],
  ["audit:read", "See the audit log"],
  ["chat:use", "Use the chat"],
  ["secrets:read", "secrets:read"],
])("%s is %s", (permission, words) => expect(permissionInWords(permission)).toBe(words));
