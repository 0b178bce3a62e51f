import { editDistance } from "../text/edit-distance.ts";

/** Whether what was said is a model's name with a slip or two, both without their marks: no digit of it is another one. */
export function isNearName(name: string, said: string): boolean {
  return (
    name === said ||
    (name.length >= 5 &&
      name.replace(/\d/g, "") !== "" &&
      digitsOf(name) === digitsOf(said) &&
      editDistance(name, said, 2) <= (name.length >= 8 ? 2 : 1))
  );
}

/** A name without its marks, in lower case. */
export function squeezeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

export function digitsOf(name: string): string {
  return name.replace(/\D/g, "");
}
