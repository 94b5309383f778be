// "Antal tegn" under the editor. It is told aloud only when the limit is passed, one way or the other.

import { characters } from "./characters.mjs";

const figures = new Intl.NumberFormat("da-DK");

export class Count {
  constructor(element, limit) {
    this.element = element;
    this.limit = limit;
    this.number = element.querySelector("[data-number]");
    this.over = element.querySelector("[data-over]");
    this.wasOver = false;
    element.hidden = false;
  }

  update(doc) {
    const count = characters(doc);
    this.element.dataset.characters = count;
    this.number.textContent = figures.format(count);
    const isOver = this.limit !== null && count > this.limit;
    this.element.classList.toggle("prose-count-over", isOver);
    if (isOver) this.over.querySelector("[data-by]").textContent = figures.format(count - this.limit);
    if (isOver !== this.wasOver) this.over.hidden = !isOver;
    this.wasOver = isOver;
    this.element.dispatchEvent(new CustomEvent("prose:count", { bubbles: true, detail: { count } }));
  }
}
