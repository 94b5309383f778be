// Everything here is a comfort: the pages say and do the same without it.

// The person's menu shuts by Escape, and when one turns to something else.
const menu = document.querySelector(".masthead-person");
if (menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  for (const turn of ["click", "focusin"]) {
    document.addEventListener(turn, (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }
}

// A link to hand over is selected as a whole.
for (const field of document.querySelectorAll("[data-select]")) {
  field.addEventListener("focus", () => field.select());
}

// What takes long says that it works, and is not asked for twice. A file that comes does not leave the page, so a link
// is itself again after a while.
const LONG = 20_000;
const working = document.createElement("div");
working.className = "sr-only";
working.setAttribute("role", "status");
document.body.append(working);

function work(element) {
  const before = element.innerHTML;
  const rest = () => {
    element.innerHTML = before;
    element.disabled = false;
    element.removeAttribute("aria-disabled");
    working.textContent = "";
  };
  element.textContent = working.textContent = element.dataset.busy;
  element.setAttribute("aria-disabled", "true");
  // after the form has been gathered: what is disabled is not sent
  setTimeout(() => (element.disabled = true));
  window.addEventListener("pageshow", rest, { once: true });
  if (element instanceof HTMLAnchorElement) setTimeout(rest, LONG);
}

document.addEventListener("submit", (event) => {
  if (event.submitter?.dataset.busy && !event.defaultPrevented) work(event.submitter);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-busy]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.getAttribute("aria-disabled")) event.preventDefault();
  else work(link);
});
