"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Provider } from "urql";
import { makeClient } from "./client.ts";
import { SeedsContext } from "./FirstView.tsx";

/** Gives the page its one GraphQL client. */
export function GraphQLProvider({ children }: { children: ReactNode }) {
  const [{ client, seeds }] = useState(makeClient);
  useEffect(() => seeds.close(), [seeds]);
  return (
    <Provider value={client}>
      <SeedsContext value={seeds}>{children}</SeedsContext>
    </Provider>
  );
}
