import { Page } from "../features/shell/Page.tsx";
import { Link } from "../ui/Link.tsx";

export default function NotFound() {
  return (
    <Page title="There is no such page" lead="The address may be old, or mistyped.">
      <p>
        <Link href="/">Begin a new chat</Link> or see <Link href="/models">the models</Link>.
      </p>
    </Page>
  );
}
