// What is typed in a text field is kept in this tab until its form has been sent, so that a broken connection or a
// log-in on the way loses no word. It goes when one logs out, and with the tab.

const PREFIX = "raadslag-typed:";
const ERROR = 400;
const person = document.body.dataset.person;
const arrival = performance.getEntriesByType("navigation")[0];
const cameFrom = document.referrer && new URL(document.referrer).pathname;
// whether this page is the answer to a form that was sent from there and taken
const answers = (page) =>
  person && arrival?.type === "navigate" && !(arrival.responseStatus >= ERROR) && cameFrom === page;

const keyOf = (form) => PREFIX + new URL(form.action, location.href).pathname;
const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? "null");
const write = (key, record) => sessionStorage.setItem(key, JSON.stringify(record));
const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
// the editor saves by itself
const fieldsOf = (form) =>
  form.querySelector("[data-html], [data-field]") ? [] : form.querySelectorAll("textarea[name]:not([hidden])");

for (const key of keys()) {
  const record = read(key);
  if ((record.sent && answers(record.page)) || (person && record.person !== person)) sessionStorage.removeItem(key);
  else write(key, { ...record, sent: false });
}

for (const form of document.querySelectorAll("form[method=post]")) {
  const fields = [...fieldsOf(form)];
  if (!person || fields.length === 0) continue;
  const key = keyOf(form);
  const record = read(key);
  const now = { person, page: location.pathname, sent: false };
  for (const field of record ? fields : []) putBack(field, record.typed[field.name]);
  form.addEventListener("input", () => {
    const changed = fields.filter((field) => field.value !== field.defaultValue);
    const typed = changed.map((field) => [field.name, { from: field.defaultValue, to: field.value }]);
    if (typed.length) write(key, { ...now, typed: Object.fromEntries(typed) });
    else sessionStorage.removeItem(key);
  });
  form.addEventListener("submit", () => read(key) && write(key, { ...read(key), ...now, sent: true }));
}

for (const form of document.querySelectorAll("form[data-log-out]")) {
  form.addEventListener("submit", () => keys().forEach((key) => sessionStorage.removeItem(key)));
}

// Where somebody has changed the field meanwhile, theirs stays in it and what was typed is shown below.
function putBack(field, typed) {
  if (!typed || field.value === typed.to) return;
  const unchanged = field.defaultValue === typed.from;
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  said.className = "quiet";
  said.textContent = unchanged ? document.body.dataset.putBack : document.body.dataset.typedBefore;
  if (unchanged) field.value = typed.to;
  else {
    const text = document.createElement("blockquote");
    text.className = "said";
    text.textContent = typed.to;
    said.append(text);
  }
  field.after(said);
}
