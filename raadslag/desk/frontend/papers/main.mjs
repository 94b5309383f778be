// The page where a paper is written: the clauses' lists, "Antal tegn" for the whole, and saving by itself.

import { Autosave } from "./autosave.mjs";
import { Clauses } from "./clauses.mjs";
import { ClausesField, HeadField, ProseField } from "./fields.mjs";
import { Kept } from "./kept.mjs";

const figures = new Intl.NumberFormat("da-DK");

function countAll(total) {
  const counts = [...document.querySelectorAll("form[data-paper] [data-characters]")];
  const sum = counts.reduce((all, element) => all + Number(element.dataset.characters), 0);
  total.textContent = figures.format(sum);
}

function fieldsOf(form) {
  const sections = [...form.querySelectorAll("[data-field]")].map((place) => {
    const { field: name } = place.dataset;
    const editor = place.querySelector("[data-prose-editor]")?.proseEditor;
    return editor ? new ProseField(form, name, editor) : new ClausesField(form, name, place.querySelector("[data-clauses]").clauses);
  });
  const head = [...form.querySelectorAll("[data-head]")].map((place) => new HeadField(form, place.dataset.head));
  return [...head, ...sections];
}

function keptOf(form) {
  return new Kept(form.dataset.kept, form.elements.page.value, form.dataset.savedCookie);
}

function start() {
  for (const root of document.querySelectorAll("[data-clauses]")) root.clauses = new Clauses(root);
  const form = document.querySelector("form[data-paper]");
  const total = document.querySelector("[data-total]");
  if (total) {
    document.addEventListener("prose:count", () => countAll(total));
    countAll(total);
  }
  for (const closed of document.querySelectorAll("[data-when-closed]")) showWhenClosed(form, closed);
  if (form?.dataset.autosave) new Autosave(form, fieldsOf(form), keptOf(form));
}

// What only a closed case needs.
function showWhenClosed(form, element) {
  const update = () => {
    element.hidden = form.elements.part.value !== "closed";
  };
  form.addEventListener("change", update);
  update();
}

start();
