import { UnservedHere } from "../../../features/models/UnservedHere.tsx";
import { Page } from "../../../features/shell/Page.tsx";
import { Link } from "../../../ui/Link.tsx";

export default function ModelNotFound() {
  return (
    <Page title="There is no such model" lead="There is no model of this name. It may have been removed.">
      <UnservedHere />
      <p>
        <Link href="/models">All models</Link>
      </p>
    </Page>
  );
}
