import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

export const ViewerQuery = operation(
  graphql(`
    query Viewer {
      viewer {
        actor {
          id
          name
        }
        role
        permissions
      }
    }
  `),
);

/** Who acts here, and whether they may do something: what is not known yet is not kept from them, the server decides. */
export function useViewer() {
  const [{ data }] = useQuery({ query: ViewerQuery });
  const viewer = data?.viewer;
  return { may: (permission: string) => viewer?.permissions.includes(permission) ?? true };
}
