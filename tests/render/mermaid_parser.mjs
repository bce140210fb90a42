// Hold every Mermaid block of some Markdown files to Mermaid's own parser; print how many there were.
// OKR_TEST_NODE_MODULES names the folder made by `npm install mermaid jsdom`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const modules = resolve(process.env.OKR_TEST_NODE_MODULES);
const { JSDOM } = createRequire(join(modules, "here.js"))("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import(
  pathToFileURL(join(modules, "mermaid/dist/mermaid.core.mjs"))
);

let blocks = 0;
for (const file of process.argv.slice(2)) {
  for (const [, text] of readFileSync(file, "utf8").matchAll(/^```mermaid\n(.*?)^```$/gms)) {
    blocks += 1;
    await mermaid.parse(text).catch((error) => console.error(file, error.message));
  }
}
console.log(blocks);
