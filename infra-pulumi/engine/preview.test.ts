import { lifeOf } from "./testing/life-of-a-stack.ts";

lifeOf("pr-7", { base: 58, app: 140 });
