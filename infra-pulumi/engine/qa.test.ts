import { lifeOf } from "./testing/life-of-a-stack.ts";

lifeOf("qa", { base: 64, app: 140 });
