// Bundles the desk's editor into build/static/desk/editor.js: one file from this site, as the content policy asks.
// Run by `npm run frontend`.

import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "..", "..", "build", "static", "desk", "editor.js");

rmSync(target, { force: true });
await build({
  entryPoints: [join(here, "editor", "main.mjs")],
  outfile: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  logLevel: "warning",
});
console.log("editor -> build/static/desk/editor.js");
