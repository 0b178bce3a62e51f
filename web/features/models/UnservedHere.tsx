"use client";

import { usePathname } from "next/navigation";
import { UnservedModels } from "./UnservedModels.tsx";

/** Of a model's page that leads to none: whether its name is known all the same, and what is missing. */
export function UnservedHere() {
  const [, , name = ""] = usePathname().split("/");
  return <UnservedModels name={decoded(name)} />;
}

/** What is not properly encoded is nobody's name, and is looked for as it stands. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
