// Redacting: a frame that is dragged on a page is written in the fields, and the fields are drawn as frames.
// A comfort: the fields say and do the same without it.

const form = document.querySelector(".redact");
const NAMES = ["page", "left", "top", "width", "height"];
const LEAST = 0.4; // percent: what is smaller was a click

if (form) {
  for (const hint of form.querySelectorAll("[data-with-script]")) hint.hidden = false;
  for (const sheet of form.querySelectorAll("[data-page]")) receive(sheet);
  form.addEventListener("input", draw);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-empty]");
    if (button) fill(button.closest("[data-row]"), {});
  });
  draw();
}

function fields(row) {
  return Object.fromEntries(NAMES.map((name) => [name, row.querySelector(`[name="${name}"]`)]));
}

function fill(row, values) {
  for (const [name, field] of Object.entries(fields(row))) field.value = values[name] ?? "";
  draw();
}

// The first row with nothing in it; the last one is copied where there is none.
function freeRow() {
  const rows = [...form.querySelectorAll("[data-row]")];
  const free = rows.find((row) => Object.values(fields(row)).every((field) => !field.value.trim()));
  if (free) return free;
  const row = rows.at(-1).cloneNode(true);
  row.querySelector(".form-error-message")?.remove();
  row.classList.remove("form-error");
  row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+/, rows.length + 1));
  rows.at(-1).after(row);
  return row;
}

// A frame is dragged out from one corner to the other.
function receive(sheet) {
  let start = null;
  const at = (event) => {
    const box = sheet.getBoundingClientRect();
    const part = (value, from, size) => Math.min(100, Math.max(0, ((value - from) / size) * 100));
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  const frameTo = (event) => {
    const [x, y] = at(event);
    return {
      page: sheet.dataset.page,
      left: Math.min(start[0], x).toFixed(1),
      top: Math.min(start[1], y).toFixed(1),
      width: Math.abs(x - start[0]).toFixed(1),
      height: Math.abs(y - start[1]).toFixed(1),
    };
  };
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return; // a finger scrolls the page
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    start = at(event);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (start) show(sheet, frameTo(event), "redact-frame redact-frame-new");
  });
  sheet.addEventListener("pointerup", (event) => {
    if (!start) return;
    const frame = frameTo(event);
    start = null;
    if (frame.width < LEAST || frame.height < LEAST) return draw();
    fill(freeRow(), frame);
  });
  sheet.addEventListener("pointercancel", () => {
    start = null;
    draw();
  });
}

function show(sheet, frame, look) {
  if (look.includes("new")) sheet.querySelector(".redact-frame-new")?.remove();
  const drawn = document.createElement("div");
  drawn.className = look;
  for (const name of NAMES.slice(1)) drawn.style[name] = `${String(frame[name]).replace(",", ".")}%`;
  sheet.append(drawn);
}

function draw() {
  for (const drawn of form.querySelectorAll(".redact-frame")) drawn.remove();
  for (const row of form.querySelectorAll("[data-row]")) {
    const values = Object.fromEntries(
      Object.entries(fields(row)).map(([name, field]) => [name, field.value.trim()]),
    );
    row.querySelector("[data-empty]").hidden = !Object.values(values).some(Boolean);
    const sheet = form.querySelector(`[data-page="${CSS.escape(values.page || "0")}"]`);
    if (sheet && NAMES.every((name) => values[name])) show(sheet, values, "redact-frame");
  }
}
