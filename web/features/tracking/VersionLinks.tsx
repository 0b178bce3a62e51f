import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Link } from "../../ui/Link.tsx";

export const VersionLinks_version = graphql(`
  fragment VersionLinks_version on ModelVersion {
    id
    version
    stage
    model {
      id
      name
    }
  }
`);

/** Versions of models that came of something that was logged. */
export function VersionLinks(props: { versions: readonly FragmentType<typeof VersionLinks_version>[] }) {
  return readFragment(VersionLinks_version, props.versions).map(({ id, version, model }) => (
    <div key={id}>
      <Link href={`/models/${encodeURIComponent(model.name)}`}>
        {model.name} v{version}
      </Link>
    </div>
  ));
}
