// The agenda's builder: times as they are typed, rows that are dragged or moved and stay in sight. A comfort:
// the same forms work without it.

const CONFLICT = 409;
const part = document.querySelector("[data-agenda]");
if (part) {
  part.addEventListener("input", (event) => event.target.form?.id === "tider" && typing());
  part.addEventListener("change", (event) => event.target.form?.id === "tider" && keepTimes());
  part.addEventListener("dragstart", pickUp);
  part.addEventListener("dragover", over);
  part.addEventListener("drop", putDown);
  part.addEventListener("dragend", letGo);
  document.addEventListener("submit", submitted);
  ready();
}

function ready() {
  const save = part.querySelector("[data-save-times]");
  if (save) save.hidden = true; // they are saved by themselves
  for (const row of part.querySelectorAll("[data-key]")) row.draggable = true;
}

function rows() {
  return [...part.querySelectorAll("[data-row]")];
}

function minutesOf(row) {
  const typed = row.querySelector("input[name^='minutter-']:not([readonly])");
  if (!typed) return Number(row.dataset.minutes);
  return /^\s*\d{1,4}\s*$/.test(typed.value) ? Number(typed.value) : 0;
}

function clock(minutes) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}.${two(minutes % 60)}`;
}

// Every row's time, and how the items fill the meeting.
function reckon() {
  let now = Number(part.dataset.starts);
  for (const row of rows()) {
    const minutes = minutesOf(row);
    const slot = row.querySelector("[data-slot]");
    if (!row.classList.contains("agenda-row-gone")) {
      slot.textContent = minutes ? `${clock(now)}–${clock(now + minutes)}` : clock(now);
    }
    now += minutes;
  }
  const over = now - Number(part.dataset.starts) - Number(part.dataset.length);
  const box = part.querySelector("[data-time]");
  box.classList.toggle("alert-warning", over > 0);
  box.classList.toggle("alert-info", over <= 0);
  const kind = over > 0 ? "over" : "spare";
  const amount = Math.abs(over);
  const words = amount === 1 ? part.dataset[`${kind}One`] : part.dataset[`${kind}Many`];
  box.querySelector("[data-time-text]").textContent = over === 0 ? part.dataset.full : words.replace("{n}", amount);
}

const PAUSE = 1200; // milliseconds without a key, before what was typed is saved
let pause = 0;
let saving = Promise.resolve();

function typing() {
  reckon();
  clearTimeout(pause);
  const typed = [...part.querySelectorAll("input[name^='minutter-']")];
  // what is not a number yet is told of when the field is left, and not under the fingers
  if (typed.every((field) => /^\s*\d*\s*$/.test(field.value))) pause = setTimeout(keepTimes, PAUSE);
}

// One save after another: each is made of what stands there when it is its turn.
function keepTimes() {
  clearTimeout(pause);
  saving = saving.then(saveTimes);
}

async function saveTimes() {
  const form = document.getElementById("tider");
  const sent = new FormData(form);
  const response = await send(form, sent);
  if (response === null) return say(part.dataset.failed);
  if (!response.ok) return form.submit(); // the page says what is wrong, with what was typed
  const fresh = await pageOf(response);
  if (!fresh.querySelector("[data-agenda]")) return say(part.dataset.failed); // logged out meanwhile
  for (const kept of fresh.querySelectorAll("input[name^='set-']")) {
    const here = part.querySelector(`input[name="${kept.name}"]`);
    if (!here) continue;
    const field = part.querySelector(`input[name="${kept.name.replace("set-", "minutter-")}"]`);
    // what was not touched here may be a colleague's by now: it is shown, and not written over next time
    if (field && field.value === here.value && sent.get(field.name) === here.value) field.value = kept.value;
    here.value = kept.value;
  }
  reckon();
  say(part.dataset.saved);
}

async function submitted(event) {
  const { target: form, submitter } = event;
  if (form.id === "tider") {
    event.preventDefault();
    keepTimes();
  }
  if (form.id !== "orden" || !submitter) return;
  event.preventDefault();
  const row = submitter.closest("[data-row]");
  const body = new FormData(form);
  body.set(submitter.name, submitter.value);
  await keepOrder(form, body, row.dataset.key, submitter.name);
}

// Sends the order and shows the agenda as it is then, with the focus where it was.
async function keepOrder(form, body, key, button) {
  await saving;
  const response = await send(form, body);
  if (response === null) return say(part.dataset.failed);
  const page = await pageOf(response);
  const fresh = page.querySelector("[data-agenda]");
  if (response.status === CONFLICT) {
    document.querySelector("main").replaceWith(page.querySelector("main"));
    document.querySelector("main").focus();
    return;
  }
  if (!response.ok || !fresh) return location.reload();
  part.replaceChildren(...fresh.childNodes);
  ready();
  const row = part.querySelector(`[data-key="${key}"]`);
  if (!row) return;
  const number = row.querySelector("[data-number]").textContent;
  say(part.dataset.moved.replace("{title}", row.dataset.title ?? "").replace("{n}", number));
  const same = button && row.querySelector(`button[name="${button}"]`);
  const other = row.querySelector("button[name]:not(:disabled)");
  if (button) (same.disabled ? other : same)?.focus();
}

async function send(form, body) {
  return fetch(form.action, { method: "POST", body }).catch(() => null);
}

async function pageOf(response) {
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function say(words) {
  const place = part.querySelector("[data-said]");
  if (place) place.textContent = words;
}

let carried = null;
let before = null;

function pickUp(event) {
  const row = event.target.closest?.("[data-key]");
  if (!row || event.target !== row) return;
  carried = row;
  before = row.nextElementSibling;
  row.classList.add("agenda-row-carried");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
}

function over(event) {
  const row = event.target.closest?.("[data-key]");
  if (!carried || !row || row.parentNode !== carried.parentNode) return;
  event.preventDefault();
  const { top, height } = row.getBoundingClientRect();
  if (row !== carried) row[event.clientY < top + height / 2 ? "before" : "after"](carried);
}

function putDown(event) {
  if (!carried) return;
  event.preventDefault();
  const row = carried;
  letGo();
  const form = document.getElementById("orden");
  const body = new FormData(form);
  for (const each of part.querySelectorAll("[data-key]")) body.append("punkt", each.dataset.key);
  keepOrder(form, body, row.dataset.key, null);
}

// Let go outside its list: back where it was, unless it was put down.
function letGo(event) {
  if (!carried) return;
  carried.classList.remove("agenda-row-carried");
  if (event) carried.parentNode.insertBefore(carried, before);
  carried = null;
}
