// Opens published pages in Chromium as phones, desks and printers do, and ends with 1 if anything is wrong with them:
// a request to anybody, a script, something wider than the window, text that is cut, or what axe-core finds.
// node page.mjs PICTURES PAGE…
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(process.cwd(), "package.json"));
const { launch } = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [pictures, ...pages] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((at) => existsSync(at));
const browser = await launch({
  executablePath: chromium,
  // On a busy machine a long page takes its time; whoever runs this gives up on its own.
  timeout: 120_000,
  protocolTimeout: 600_000,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
});

const wrong = [];
const views = [
  { name: "360", width: 360, height: 740, scheme: "light" },
  { name: "360-dark", width: 360, height: 740, scheme: "dark" },
  { name: "1280", width: 1280, height: 900, scheme: "light" },
  { name: "1280-dark", width: 1280, height: 900, scheme: "dark" },
];

for (const file of pages) {
  const site = path.basename(path.dirname(path.dirname(file)));
  const address = pathToFileURL(file).href;
  for (const view of views) {
    const page = await browser.newPage();
    const say = (what) => wrong.push(`${site} at ${view.name}: ${what}`);
    page.on("request", (request) => {
      const url = request.url();
      if (url.split("#")[0] !== address && !url.startsWith("data:")) say(`it asks for ${url}`);
    });
    page.on("console", (message) => say(`it says: ${message.text()}`));
    page.on("pageerror", (error) => say(`it fails: ${error.message}`));
    await page.setViewport({ width: view.width, height: view.height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
    await page.goto(address, { waitUntil: "load", timeout: 0 });
    const found = await page.evaluate(measure);
    for (const one of found) say(one);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, help, nodes } of violations) {
      say(`axe: ${id}: ${help}: ${nodes.length} times, first ${nodes[0].target} ${nodes[0].html.slice(0, 160)}`);
    }
    await page.screenshot({ path: path.join(pictures, `${site}-${view.name}.png`), fullPage: false });
    const grid = await page.$(".grid");
    if (grid && view.width > 1000) {
      await grid.scrollIntoView();
      await page.screenshot({ path: path.join(pictures, `${site}-${view.name}-grid.png`) });
    }
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: "load", timeout: 0 });
  await page.emulateMediaType("print");
  // A4 without its margins, at 96 dots an inch: what is wider is cut off by printers.
  await page.setViewport({ width: Math.floor((180 / 25.4) * 96), height: 1000 });
  for (const one of await page.evaluate(measure)) wrong.push(`${site} on paper: ${one}`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 });
  writeFileSync(path.join(pictures, `${site}.pdf`), pdf);
  await page.close();
}
await browser.close();
for (const one of wrong) console.log(one);
console.log(`${pages.length} pages, ${wrong.length} findings`);
process.exit(wrong.length === 0 ? 0 : 1);

// Runs in the page: what is too wide, and which words are broken or cut.
function measure() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("body *")].find(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest(".grid"),
    );
    found.push(`wider than the window: ${root.scrollWidth} of ${root.clientWidth}, ${wide?.outerHTML.slice(0, 120)}`);
  }
  if (document.scripts.length > 0) found.push("it has scripts");
  const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const broken = new Set();
  while (text.nextNode()) {
    const node = text.currentNode;
    if (!node.parentElement.checkVisibility()) continue;
    for (const match of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (match[0].length > 20) continue; // longer words may be broken where they do not fit
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) broken.add(match[0]);
    }
  }
  if (broken.size > 0) found.push(`words are broken: ${[...broken].slice(0, 8).join(", ")} (${broken.size})`);
  return found;
}
