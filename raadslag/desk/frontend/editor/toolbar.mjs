// The toolbar, whose buttons the page has: one of them takes part in tabbing, the arrows go between them (WAI-ARIA's
// toolbar pattern), and each says whether it is on and whether it can be used here.

import { commands, isInTable } from "./commands.mjs";

export class Toolbar {
  constructor(element, view, actions) {
    this.element = element;
    this.view = view;
    this.actions = actions;
    this.buttons = [...element.querySelectorAll("[data-command]")];
    this.tableGroup = element.querySelector("[data-in-table]");
    for (const button of this.buttons) {
      button.tabIndex = -1;
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => this.press(button));
      button.addEventListener("focus", () => this.goTo(button, { focus: false }));
    }
    this.current = this.buttons[0];
    this.current.tabIndex = 0;
    element.addEventListener("keydown", (event) => this.onKey(event));
    element.hidden = false;
    this.update(view.state);
  }

  run(name) {
    return this.actions[name] ?? ((...args) => commands[name].run(...args));
  }

  press(button) {
    if (button.getAttribute("aria-disabled") === "true") return;
    const name = button.dataset.command;
    this.run(name)(this.view.state, this.view.dispatch, this.view);
    if (!(name in this.actions)) this.view.focus();
  }

  get usable() {
    return this.buttons.filter((button) => button.offsetParent !== null);
  }

  focus() {
    this.goTo(this.usable.includes(this.current) ? this.current : this.usable[0], { focus: true });
  }

  goTo(button, { focus }) {
    this.current.tabIndex = -1;
    button.tabIndex = 0;
    this.current = button;
    if (focus) button.focus();
  }

  onKey(event) {
    const buttons = this.usable;
    const at = buttons.indexOf(this.current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") this.view.focus();
    if (to === undefined) return;
    event.preventDefault();
    this.goTo(buttons[(to + buttons.length) % buttons.length], { focus: true });
  }

  update(state) {
    if (this.tableGroup) this.tableGroup.hidden = !isInTable(state);
    for (const button of this.buttons) {
      const name = button.dataset.command;
      const command = commands[name];
      if (command?.isOn) button.setAttribute("aria-pressed", String(command.isOn(state)));
      if (command) button.setAttribute("aria-disabled", String(!command.run(state)));
    }
    if (!this.usable.includes(this.current) && this.usable.length) this.goTo(this.usable[0], { focus: false });
  }
}
