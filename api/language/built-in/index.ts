export { createBuiltInInterpreter } from "./create-built-in-interpreter.ts";
export { KnownNames } from "./entities/known-names.ts";
