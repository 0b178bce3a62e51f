// node scripts/images/write-database-certificates.mjs <file>: the certificates that an image checks a database of Amazon RDS by.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { databaseCertificates } from "./database-certificates.mjs";

const [file] = process.argv.slice(2);
if (!file) throw new Error("Name the file that the certificates are written to.");
const certificates = databaseCertificates();
if (certificates.length === 0) throw new Error("There is no certificate of Amazon RDS that is valid today.");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, certificates.map(String).join(""));
process.stdout.write(`${certificates.length} certificates of Amazon RDS are written to ${file}\n`);
