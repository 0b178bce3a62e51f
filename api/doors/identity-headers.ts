import type { ProcessEnvironment } from "../environment.ts";

/** What the balancer says of who asks, signed by it. */
export const balancerHeader = "x-amzn-oidc-data";
/** What a proxy proves by that it is the proxy. */
export const secretHeader = "x-modelwright-secret";

/** The headers of a request that say who asks, and that it may be believed: they go along where it is passed on. */
export function identityHeadersOf(front: ProcessEnvironment["server"]["front"]): readonly string[] {
  switch (front.kind) {
    case "NONE":
      return [];
    case "AWS_ALB":
      return [balancerHeader];
    case "PROXY":
      return [...Object.values(front.headers).filter((name) => name !== undefined), secretHeader];
  }
}
