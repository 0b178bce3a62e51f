import { lifeOf } from "./testing/life-of-a-stack.ts";

lifeOf("prod", { base: 66, app: 143 });
