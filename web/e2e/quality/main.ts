import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../../api/platform/database.ts";
import { deployMigrations } from "../../../api/platform/migrations/deploy.ts";
import { describeMachine } from "../../../scripts/bench/machine.ts";
import { startTemporaryPostgres } from "../../../scripts/testing/temporary-postgres.mjs";
import { launchBrowser } from "../browser.ts";
import buildWeb from "../build.ts";
import { ChatPage } from "../chat-page.ts";
import { firstLoad } from "../first-load.ts";
import { promoteTitanic, startProduct, trainTitanic } from "../product.ts";
import { firstStep, longThread, stream } from "./conversation.ts";
import { lighthouse, lighthouseVersion } from "./lighthouse.ts";
import type { Finding } from "./measured.ts";
import { renderReport } from "./report.ts";

/** Measures the web app of the production build, and writes docs/web-quality.md: `npm run quality:web`. */
const target = fileURLToPath(new URL("../../../docs/web-quality.md", import.meta.url));
const mostBytes = 170_000;
const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  await buildWeb();
  const load = loadavg()[0] ?? 0;
  const postgres = await startTemporaryPostgres();
  try {
    await deployMigrations(postgres.url);
    const product = await startProduct(postgres.url);
    const database = openDatabase({ url: postgres.url, connections: 2 });
    const port = await freePort();
    const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
    try {
      await trainTitanic(product);
      await trainTitanic(product);
      await promoteTitanic(product);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const chat = await new ChatPage(page).open(product.url);
      await chat.say("What models are available?");
      await chat.say("a boy in first class who boarded in Cherbourg");
      await page.waitForURL(/\/chat\//);

      const findings: { title: string; findings: Finding[] }[] = [];
      const add = (title: string, found: Finding[]) => {
        findings.push({ title, findings: found });
        for (const { what, measured } of found) say(`${what}: ${measured}`);
      };
      const { bytes, files } = await firstLoad(product.url);
      add("First load", [
        {
          what: `script of the chat page, compressed, in ${files} files`,
          aim: `≤ ${mostBytes / 1_000} kB`,
          measured: `${(bytes / 1_000).toFixed(1)} kB`,
          met: bytes <= mostBytes,
        },
      ]);
      add("Conversations", [
        ...(await firstStep(page, product.url)),
        ...(await stream(page, product.url, database)),
        ...(await longThread(page, product.url, database)),
      ]);
      for (const [name, path] of [
        ["the chat's start", "/"],
        ["the models", "/models"],
        ["a model", "/models/titanic"],
        ["versions compared", "/models/titanic/compare"],
      ] as const) {
        add(`Lighthouse: ${name}`, await lighthouse({ name, url: product.url + path }, port));
      }
      const machine = {
        ...describeMachine(),
        Browser: `Chromium ${browser.version()}`,
        Lighthouse: lighthouseVersion(),
        "Load of the machine at the beginning": load.toFixed(1),
      };
      await writeFile(target, renderReport(machine, findings));
      say("Written to docs/web-quality.md");
    } finally {
      await browser.close();
      await database.$disconnect();
      await product.stop();
    }
  } finally {
    await postgres.stop();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

await main();
