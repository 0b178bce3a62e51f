export { createBuiltInInterpreter } from "./create-built-in-interpreter.ts";
