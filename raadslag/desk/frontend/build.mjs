// Bundles the desk's scripts into build/static/desk: editor.js and papers.js, files of this site, as the content
// policy asks.
// Run by `npm run frontend`.

import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "..", "..", "build", "static", "desk");

rmSync(target, { recursive: true, force: true });
await build({
  entryPoints: { editor: join(here, "editor", "main.mjs"), papers: join(here, "papers", "main.mjs") },
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  logLevel: "warning",
});
console.log("editor, papers -> build/static/desk");
