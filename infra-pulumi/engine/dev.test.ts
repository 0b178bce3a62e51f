import { expect, test } from "vitest";
import { NEXT_API_IMAGE } from "../testing/example-settings.ts";
import { INVOCATION, lifeOf, UP } from "./testing/life-of-a-stack.ts";

lifeOf("dev", {
  base: 58,
  app: 140,
  extra: (workspace) =>
    test("a new image whose migration fails changes no service", async () => {
      workspace().set("app", "dev", "apiImage", NEXT_API_IMAGE);
      workspace().failAt(`create ${INVOCATION}`);
      const { code, output } = await workspace().pulumi("app", ...UP);
      expect(code).not.toBe(0);
      expect(output).toContain(`told to fail at: create ${INVOCATION}`);
      expect(
        workspace()
          .takeCalls()
          .filter((call) => call.includes("ecs/service")),
      ).toEqual([]);
    }),
});
