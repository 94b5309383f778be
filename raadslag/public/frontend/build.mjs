// Copies what the pages use of dkfds (Det Fælles Designsystem) into build/static/dkfds.
// Run by `npm run frontend`; the folder is made anew each time and is not in git.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The icons that templates name with {% icon %}; a test holds this list to what they use.
const ICONS = [
  "arrow-back", "arrow-downward", "arrow-forward", "arrow-upward", "chevron-right", "document", "download", "file", "file-pdf",
  "file-word", "lock", "search", "warning",
];

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const target = join(root, "build", "static", "dkfds");
const dkfds = join(root, "node_modules", "dkfds");
const source = join(dkfds, "dist");

// Every browser that can show the pages reads woff2, so the older formats are left out.
function woff2Only(css) {
  return css.replace(/src:((?:url\([^)]*\)\s*(?:format\([^)]*\))?,?\s*)+)/g, (whole) => {
    const woff2 = whole.match(/url\([^)]*\.woff2"?\)\s*format\([^)]*\)/);
    return woff2 ? `src:${woff2[0]}` : whole;
  });
}

function copyReferenced(css) {
  for (const [, path] of css.matchAll(/url\("?\.\.\/([^")]+)"?\)/g)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(source, path), join(target, path));
  }
}

function sprite() {
  const all = readFileSync(join(source, "img", "all-svg-icons.svg"), "utf8");
  const symbols = new Map([...all.matchAll(/<symbol[^>]*\bid="([^"]+)"[\s\S]*?<\/symbol>/g)].map((m) => [m[1], m[0]]));
  const chosen = ICONS.map((name) => {
    if (!symbols.has(name)) throw new Error(`dkfds has no icon ${name}`);
    return symbols.get(name);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${chosen.join("")}</svg>\n`;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, "css"), { recursive: true });
const css = woff2Only(readFileSync(join(source, "css", "dkfds.min.css"), "utf8")).replace(/\/\*# sourceMappingURL=.*?\*\//, "");
writeFileSync(join(target, "css", "dkfds.css"), css);
copyReferenced(css);
writeFileSync(join(target, "icons.svg"), sprite());
cpSync(join(source, "LICENSE.md"), join(target, "LICENSE"));
console.log(`dkfds ${JSON.parse(readFileSync(join(dkfds, "package.json"))).version} -> build/static/dkfds`);
