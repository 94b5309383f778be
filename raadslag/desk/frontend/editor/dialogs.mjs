// The two dialogs, which the page has once for all its editors: a link's address, and an image with its alt text.

import { around } from "./commands.mjs";
import { LINK, schema } from "./schema.mjs";

const { marks, nodes } = schema;
const dialogFor = (name) => document.querySelector(`dialog[data-prose-dialog="${name}"]`);

// Shows the dialog; resolves with its fields when it is confirmed, with null when it is left.
function asked(dialog, values) {
  const form = dialog.querySelector("form");
  const fault = dialog.querySelector("[data-fault]");
  form.reset();
  fault.hidden = true;
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  dialog.showModal();
  return new Promise((resolve) => {
    const controller = new AbortController();
    const { signal } = controller;
    const done = (value) => {
      controller.abort();
      dialog.close();
      resolve(value);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      done(new FormData(form, event.submitter));
    }, { signal });
    dialog.querySelector("[data-close]").addEventListener("click", () => done(null), { signal });
    dialog.addEventListener("cancel", () => done(null), { signal });
  });
}

function show(dialog, fault) {
  const place = dialog.querySelector("[data-fault]");
  place.textContent = fault;
  place.hidden = false;
}

// The stretch of text that shares the link at the cursor.
function linkAround(state) {
  const { $from } = state.selection;
  const at = $from.parent.childAfter($from.parentOffset);
  const mark = at.node && marks.link.isInSet(at.node.marks);
  if (!mark) return null;
  let from = $from.start() + at.offset;
  let to = from + at.node.nodeSize;
  let index = at.index;
  while (index > 0 && mark.isInSet($from.parent.child(index - 1).marks)) from -= $from.parent.child(--index).nodeSize;
  index = at.index + 1;
  while (index < $from.parent.childCount && mark.isInSet($from.parent.child(index).marks)) {
    to += $from.parent.child(index++).nodeSize;
  }
  return { from, to, href: mark.attrs.href };
}

function addressOf(typed) {
  const text = typed.trim();
  if (LINK.test(text)) return text;
  if (/^\S+@\S+\.\S+$/.test(text)) return `mailto:${text}`;
  return /^[^\s/]+\.[^\s]+$/.test(text) ? `https://${text}` : null;
}

export async function editLink(view) {
  const dialog = dialogFor("link");
  const link = linkAround(view.state);
  const { from, to, empty } = view.state.selection;
  const range = empty && link ? link : { from, to };
  let href = link?.href ?? "";
  for (;;) {
    const pending = asked(dialog, { href });
    if (href && addressOf(href) === null) show(dialog, dialog.dataset.invalid);
    const answer = await pending;
    if (answer === null) break;
    if (answer.get("do") === "remove" || !answer.get("href").trim()) {
      view.dispatch(view.state.tr.removeMark(range.from, range.to, marks.link));
      break;
    }
    href = answer.get("href");
    const address = addressOf(href);
    if (address === null) continue;
    const mark = marks.link.create({ href: address });
    const tr = view.state.tr;
    if (range.from === range.to) tr.insert(range.from, schema.text(href.trim(), [mark]));
    else tr.removeMark(range.from, range.to, marks.link).addMark(range.from, range.to, mark);
    view.dispatch(tr);
    break;
  }
  view.focus();
}

// A new image, with the file that was pasted or dropped where there is one, or new words for the one that is chosen.
export async function editImage(view, { upload, token, file = null }) {
  const dialog = dialogFor("image");
  const chosen = view.state.selection.node?.type === nodes.image ? view.state.selection : null;
  const place = dialog.querySelector("[data-file]");
  place.hidden = chosen !== null || file !== null;
  dialog.querySelector("[data-name]").textContent = file?.name ?? "";
  let fault = "";
  let alt = chosen?.node.attrs.alt ?? "";
  for (;;) {
    const pending = asked(dialog, { alt });
    if (fault) show(dialog, fault);
    const answer = await pending;
    if (answer === null) break;
    alt = answer.get("alt").trim();
    const picked = file ?? answer.get("file");
    if (!alt) {
      fault = dialog.dataset.noAlt;
    } else if (chosen) {
      view.dispatch(view.state.tr.setNodeMarkup(chosen.from, null, { src: chosen.node.attrs.src, alt }));
      break;
    } else if (!picked?.size) {
      fault = dialog.dataset.noFile;
    } else {
      const answered = await sent(upload, token, picked, dialog.dataset.failed);
      if (answered.src) {
        insertImage(view, { src: answered.src, alt });
        break;
      }
      fault = answered.fault;
      file = picked;
    }
  }
  view.focus();
}

async function sent(upload, token, file, failed) {
  const body = new FormData();
  body.append("file", file);
  try {
    const response = await fetch(upload, { method: "POST", body, headers: { "X-CSRFToken": token } });
    const answer = await response.json();
    return response.ok ? answer : { fault: answer.fault ?? failed };
  } catch {
    return { fault: failed };
  }
}

function insertImage(view, attributes) {
  const { state } = view;
  const table = around(state, (node) => node.type === nodes.table);
  const at = table ? state.selection.$from.after() : state.selection.$from.after(1);
  const image = nodes.image.create(attributes);
  const last = at === state.doc.content.size;
  view.dispatch(state.tr.insert(at, last ? [image, nodes.paragraph.create()] : image).scrollIntoView());
}
