/** `node rights/print-rights.ts boundary <account>` or `deployment <account> <region>`: the document, as AWS's CLI takes it. */
import { boundary, deployment } from "./documents.ts";

const [which, account = "", region = ""] = process.argv.slice(2);
const known = /^\d{12}$/.test(account) && (which === "boundary" || (which === "deployment" && region !== ""));
if (known) process.stdout.write(JSON.stringify(which === "boundary" ? boundary(account) : deployment(account, region)));
else {
  process.stderr.write("Say boundary <account>, or deployment <account> <region>; an account has twelve digits.\n");
  process.exitCode = 2;
}
