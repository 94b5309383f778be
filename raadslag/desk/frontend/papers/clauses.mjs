// The clauses of a section as a list that grows, shrinks and changes order. Without this there are empty lines to fill.

import { charactersOfLine } from "../editor/characters.mjs";

export class Clauses {
  constructor(root) {
    this.root = root;
    this.list = root.querySelector("[data-clause-list]");
    this.template = root.querySelector("template");
    this.status = root.querySelector("[data-clause-status]");
    for (const item of this.items) if (!this.field(item).value && this.items.length > 1) item.remove();
    root.querySelector("[data-clause-add]").hidden = false;
    root.addEventListener("click", (event) => this.onClick(event));
    root.addEventListener("keydown", (event) => this.onKey(event));
    root.addEventListener("input", () => this.count());
    this.refresh();
  }

  get items() {
    return [...this.list.children];
  }

  field(item) {
    return item.querySelector("textarea");
  }

  get value() {
    return this.items.map((item) => this.field(item).value.replace(/\s+/g, " ").trim()).filter(Boolean);
  }

  set value(lines) {
    this.list.replaceChildren();
    for (const line of lines.length ? lines : [""]) this.add(line);
    this.changed();
  }

  add(text = "", after = null) {
    const item = this.template.content.firstElementChild.cloneNode(true);
    this.field(item).value = text;
    if (after) after.after(item);
    else this.list.append(item);
    this.refresh();
    return item;
  }

  onClick(event) {
    const button = event.target.closest("button[data-clause]");
    if (!button) return;
    const item = button.closest("li");
    const { clause } = button.dataset;
    if (clause === "add") this.field(this.add()).focus();
    if (clause === "up" && item.previousElementSibling) item.previousElementSibling.before(item);
    if (clause === "down" && item.nextElementSibling) item.nextElementSibling.after(item);
    if (clause === "remove") this.remove(item);
    if (clause !== "add" && clause !== "remove") button.focus();
    this.changed();
    if (clause === "up" || clause === "down") this.tell(item);
  }

  // Enter begins the next clause, as in a list; a clause is one paragraph.
  onKey(event) {
    if (event.key !== "Enter" || event.target.localName !== "textarea") return;
    event.preventDefault();
    const area = event.target;
    const rest = area.value.slice(area.selectionEnd);
    area.value = area.value.slice(0, area.selectionStart);
    const next = this.field(this.add(rest.trim(), area.closest("li")));
    next.focus();
    next.setSelectionRange(0, 0);
    this.changed();
  }

  remove(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    if (next) item.remove();
    else this.field(item).value = "";
    this.field(next ?? item).focus();
  }

  tell(item) {
    const place = this.items.indexOf(item) + 1;
    this.status.textContent = this.status.dataset.moved.replace("{}", place);
  }

  changed() {
    this.refresh();
    this.list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  refresh() {
    for (const [at, item] of this.items.entries()) {
      item.querySelector("[data-clause-number]").textContent = `At ${at + 1})`;
      for (const element of item.querySelectorAll("[data-label]")) {
        element.setAttribute("aria-label", `${element.dataset.label} ${at + 1}`);
      }
      item.querySelector("[data-clause=up]").disabled = at === 0;
      item.querySelector("[data-clause=down]").disabled = at === this.items.length - 1;
    }
    this.count();
  }

  count() {
    const count = this.value.reduce((sum, line) => sum + charactersOfLine(line), 0);
    this.root.dataset.characters = count;
    this.root.dispatchEvent(new CustomEvent("prose:count", { bubbles: true, detail: { count } }));
  }
}
