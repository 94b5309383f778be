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
