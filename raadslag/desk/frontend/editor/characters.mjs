// "Antal tegn" of what is in the editor: the same as `characters` in raadslag/prose/plain.py.

const SPACE = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu;

export function charactersOfLine(text) {
  const line = text.replace(SPACE, " ").replace(UNSEEN, "").replace(/ +/g, " ").trim();
  return [...line.normalize("NFC")].length;
}

export function characters(doc) {
  let count = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, "", (leaf) => (leaf.type.name === "hard_break" ? "\u0000" : ""));
    count += text.split("\u0000").reduce((sum, line) => sum + charactersOfLine(line), 0);
    return false;
  });
  return count;
}
