// Attachments: files dragged in are sent one by one with progress, rows follow their conversion and can be
// dragged. A comfort: the same forms work without it.

const FOLLOW_EVERY = 2000; // milliseconds

for (const part of document.querySelectorAll("[data-attachments]")) follow(part);
for (const form of document.querySelectorAll("[data-upload]")) receive(form);
for (const place of document.querySelectorAll("[data-queue][data-under-way], [data-follow]")) reload(place);

// The rows of a list, until all are done.
function follow(part) {
  let next = null;
  const look = async () => {
    next = null;
    const address = new URL(part.dataset.attachments, location);
    address.searchParams.set("next", `${location.pathname}#bilag`);
    const response = await fetch(address).catch(() => null);
    if (response?.ok && !response.redirected) {
      renew(part, await response.text());
      if (response.headers.get("X-Under-Way") === "0") return;
    }
    plan();
  };
  const plan = () => {
    next ??= setTimeout(look, FOLLOW_EVERY);
  };
  part.look = look;
  part.addEventListener("dragstart", (event) => pickUp(part, event));
  part.addEventListener("dragover", (event) => over(part, event));
  part.addEventListener("drop", (event) => putDown(part, event));
  part.addEventListener("dragend", () => {
    if (carried) look(); // let go outside the list: back as it was
    carried = null;
  });
  makeDraggable(part);
  if (part.dataset.underWay !== "0") plan();
}

// Takes in the new rows; one in which somebody is busy stays as it is.
function renew(part, html) {
  const rows = part.querySelector("[data-rows]");
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const progress = rows.querySelector("[data-progress]");
  const said = fresh.querySelector("[data-progress]").textContent;
  if (progress.textContent !== said) progress.textContent = said;
  const list = rows.querySelector("[data-list]");
  const freshList = fresh.querySelector("[data-list]");
  if (!list || !freshList) {
    rows.replaceChildren(...fresh.childNodes);
  } else {
    for (const row of [...list.children]) {
      if (!freshList.querySelector(`[data-key="${row.dataset.key}"]`)) row.remove();
    }
    for (const [place, row] of [...freshList.children].entries()) {
      const old = list.querySelector(`[data-key="${row.dataset.key}"]`);
      const busy = old && (old.contains(document.activeElement) || old.querySelector("details[open]"));
      const kept = old && (busy || old.dataset.stamp === row.dataset.stamp) ? old : row;
      if (old && kept !== old) old.remove();
      if (list.children[place] !== kept) list.insertBefore(kept, list.children[place] ?? null);
    }
  }
  makeDraggable(part);
}

function makeDraggable(part) {
  for (const row of part.querySelectorAll("[data-key]")) {
    row.draggable = row.querySelector("[data-order]") !== null;
  }
}

let carried = null;

function pickUp(part, event) {
  const row = event.target.closest?.("[data-key]");
  if (!row || event.target !== row) return;
  carried = row;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
}

function over(part, event) {
  const row = event.target.closest?.("[data-key]");
  if (!carried || !row || !part.contains(carried)) return;
  event.preventDefault();
  const { top, height } = row.getBoundingClientRect();
  row[event.clientY < top + height / 2 ? "before" : "after"](carried);
}

async function putDown(part, event) {
  if (!carried || !part.contains(carried)) return;
  event.preventDefault();
  const row = carried;
  carried = null;
  const form = row.querySelector("[data-order]");
  const body = new FormData(form);
  body.set("place", [...row.parentNode.children].indexOf(row));
  await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
  part.look();
}

// A form that takes files.
function receive(form) {
  const part = form.closest("[data-attachments]");
  const input = form.querySelector("input[type=file]");
  const ground = form.querySelector("[data-ground]");
  const closed = form.querySelector("input[name=part][value=closed]");
  const showGround = () => {
    ground.hidden = !closed.checked;
    ground.querySelector("input").required = closed.checked;
  };
  showGround();
  form.addEventListener("change", showGround);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const files = [...input.files];
    input.value = "";
    sendAll(part, form, files);
  });
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("attachments-upload-over");
  });
  for (const end of ["dragleave", "drop"]) {
    form.addEventListener(end, () => form.classList.remove("attachments-upload-over"));
  }
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    const asked = ground.querySelector("input");
    if (!asked.reportValidity()) return;
    sendAll(part, form, [...event.dataTransfer.files]);
  });
}

async function sendAll(part, form, files) {
  const lines = files.map((file) => lineFor(form, file));
  for (const [place, file] of files.entries()) {
    const line = lines[place];
    if (file.size > Number(form.dataset.megabytes) * 1_000_000) {
      fail(form, line, file, form.dataset.tooLarge);
      continue;
    }
    const answer = await send(form, file, line);
    if (answer.taken) {
      say(form, `${file.name}: ${form.dataset.sent}`);
      line.remove();
    } else {
      fail(form, line, file, answer.refused[0].why);
    }
    part.look();
  }
}

function lineFor(form, file) {
  const line = document.createElement("li");
  const name = document.createElement("span");
  const progress = document.createElement("progress");
  name.textContent = file.name;
  progress.max = file.size || 1;
  progress.value = 0;
  progress.setAttribute("aria-label", `${file.name}: ${form.dataset.sending}`);
  line.append(name, progress);
  form.querySelector("[data-uploads]").append(line);
  return line;
}

function fail(form, line, file, why) {
  const text = document.createElement("span");
  text.className = "attachment-fault";
  text.textContent = why;
  line.querySelector("progress").replaceWith(text);
  say(form, `${file.name}: ${why}`);
}

function say(form, words) {
  form.querySelector("[data-said]").textContent = words;
}

// XMLHttpRequest, since fetch does not tell how much it has sent.
function send(form, file, line) {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (!(value instanceof File)) body.append(name, value);
  }
  const last = [...body.keys()].at(-1);
  body.delete(last);
  body.append("filer", file);
  body.append(last, "ja");
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const cutOff = () => done({ taken: 0, refused: [{ why: form.dataset.cutOff }] });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      line.querySelector("progress").value = event.loaded;
    });
    request.addEventListener("load", () => {
      const { refused, sentences } = request.response ?? {};
      if (refused) done(request.response);
      else if (sentences) done({ taken: 0, refused: [{ why: sentences.join(" ") }] });
      else cutOff();
    });
    request.addEventListener("error", cutOff);
    request.send(body);
  });
}

// A page that is drawn anew while something is under way and nobody is busy on it.
function reload(place) {
  setTimeout(async () => {
    const response = await fetch(location.href, { headers: { "X-Follow": "1" } }).catch(() => null);
    if (!response?.ok) return reload(place);
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const kind = place.hasAttribute("data-queue") ? "[data-queue]" : "[data-follow]";
    const there = fresh.querySelector(kind);
    if (kind === "[data-follow]") return there ? reload(place) : location.reload();
    if (!place.contains(document.activeElement)) place.replaceChildren(...there.childNodes);
    if (there.hasAttribute("data-under-way")) reload(place);
  }, FOLLOW_EVERY);
}
