"use client";

import { type ReactNode, useState } from "react";
import { Provider } from "urql";
import { makeClient } from "./client.ts";

/** Gives the page its one GraphQL client. */
export function GraphQLProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return <Provider value={client}>{children}</Provider>;
}
