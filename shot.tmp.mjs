import { createRequire } from "node:module";
const require = createRequire("/work/main/package.json");
const { chromium: pw } = require("playwright-core");
const chromium = (await import("@sparticuz/chromium")).default;
const base = process.argv[2]; const out = process.argv[3]; const scheme = process.argv[4] ?? "light"; const width = Number(process.argv[5] ?? 1280);
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, "--no-sandbox"], headless: true });
const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
page.on("console", (m) => { if (["error","warning"].includes(m.type())) console.log("console", m.type(), m.text()); });
page.on("pageerror", (e) => console.log("pageerror", e.message));
await page.goto(base);
await page.waitForLoadState("networkidle").catch(() => {});
for (const message of (process.argv[6] ?? "").split("|").filter(Boolean)) {
  const box = page.getByRole("textbox").first();
  await box.fill(message); await box.press("Enter");
  await page.waitForTimeout(message.startsWith("train") ? 3500 : 1500);
}
await page.screenshot({ path: out, fullPage: false });
console.log(page.url());
await browser.close();
