import * as pulumi from "@pulumi/pulumi";
import { ROLE_PATH } from "../rights/documents.ts";

/**
 * Puts every role that is made from here on under one path, and under the boundary when there is one: by both a pipeline's rights tell them
 * from all others.
 */
export function boundRoles(permissionsBoundary: string | undefined): void {
  pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
    if (type !== "aws:iam/role:Role") return undefined;
    return { props: { ...props, path: ROLE_PATH, ...(permissionsBoundary ? { permissionsBoundary } : {}) }, opts };
  });
}
