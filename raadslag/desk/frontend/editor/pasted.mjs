// What is pasted, before the schema takes what it knows of it: Word's lists become lists, its comments go.
// Styles are read as data, never as styles, which the content policy would not have.

const DROPPED = "style, script, title, meta, link, xml, del, svg, object";
const LEVEL = /mso-list:\s*\S+\s+level(\d)/i;
const HIDDEN = /mso-element:\s*comment|mso-hide:\s*all|display:\s*none/i;
const MARK = /mso-list:\s*ignore/i;
// Google's documents come in a <b> that is not bold
const NORMAL = /(^|[;\s])font-weight:\s*(normal|400)/i;
const COUNTED = /^\(?(?:(\d{1,3})|[a-zæøå]{1,2}|[ivxlc]{1,5})[.)]/i;

const styleOf = (element) => element.getAttribute("data-style") ?? "";

// The HTML as the schema reads it, and how many images could not come along.
export function cleanPasted(html) {
  const quiet = html
    .replace(/<(style|xml)\b[^]*?<\/\1\s*>/gi, "")
    .replace(/(<[^>]*?)\sstyle\s*=/gi, "$1 data-style=")
    .replace(/<!\[[^>]*\]>/g, "");
  const page = new DOMParser().parseFromString(quiet, "text/html");
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  for (const element of [...page.body.querySelectorAll("*")]) {
    const name = element.getAttribute("class") ?? "";
    if (HIDDEN.test(styleOf(element)) || /\bmsocom|\bMsoComment/i.test(name)) element.remove();
    else if (element.localName === "b" && NORMAL.test(styleOf(element))) unwrap(element);
    else if (element.localName === "o:p" && !element.textContent.trim()) element.remove();
  }
  withLists(page.body);
  const images = [...page.body.querySelectorAll("img")];
  const lost = images.filter((image) => !image.getAttribute("src")?.startsWith("/skrivebord/billeder/"));
  for (const image of lost) image.remove();
  for (const element of page.body.querySelectorAll("[data-style]")) element.removeAttribute("data-style");
  for (const element of [...page.body.querySelectorAll("p")]) if (isEmpty(element)) element.remove();
  return { html: page.body.innerHTML, lostImages: lost.length };
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

function isEmpty(element) {
  return !element.textContent.trim() && !element.querySelector("img, br") && element.closest("td, th, li") === null;
}

// Each stretch of Word's list paragraphs as lists within lists.
function withLists(body) {
  const paragraphs = [...body.querySelectorAll("p, div")].filter(
    (element) => LEVEL.test(styleOf(element)) && !element.closest("li, h1, h2, h3, h4, h5, h6"),
  );
  let open = [];
  let last = null;
  for (const paragraph of paragraphs) {
    if (last === null || nextElement(last) !== paragraph) open = [];
    const level = Number(LEVEL.exec(styleOf(paragraph))[1]);
    const counted = COUNTED.exec(markOf(paragraph));
    while (open.length && open.at(-1).level > level) open.pop();
    const tag = counted ? "ol" : "ul";
    if (open.length && open.at(-1).level === level && open.at(-1).list.localName !== tag) open.pop();
    if (!open.length || open.at(-1).level < level) {
      const list = body.ownerDocument.createElement(tag);
      if (counted?.[1] > 1) list.setAttribute("start", counted[1]);
      const within = open.at(-1)?.list.lastElementChild;
      if (within) within.append(list);
      else paragraph.before(list);
      open.push({ level, list });
    }
    const item = body.ownerDocument.createElement("li");
    open.at(-1).list.append(item);
    last = open[0].list;
    const inner = body.ownerDocument.createElement("p");
    inner.append(...paragraph.childNodes);
    item.append(inner);
    paragraph.remove();
  }
}

function nextElement(element) {
  return element.nextElementSibling;
}

// The mark that Word set before the item, taken out of it.
function markOf(paragraph) {
  const spans = [...paragraph.querySelectorAll("span")].filter((span) => MARK.test(styleOf(span)));
  const text = spans.map((span) => span.textContent).join("").trim();
  for (const span of spans) span.remove();
  return text;
}
