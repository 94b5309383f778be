// Saves what changes, a moment after it does. What is not saved yet is kept in this browser, so that neither a broken
// connection, a restarted server nor a closed window loses a word; when the page is opened again, it is there.

const MOMENT = 1200;
const FIRST_RETRY = 4000;
const LAST_RETRY = 30_000;
// part and its ground are right or wrong together
const TOGETHER = [["part", "closed_ground"]];
// what is said until it is over, however often saving is tried
const TROUBLES = ["offline", "loggedOut", "somebodyElse"];

export class Autosave {
  constructor(form, fields, kept) {
    this.form = form;
    this.fields = fields;
    this.kept = kept;
    this.status = document.querySelector("[data-save-status]");
    this.words = this.status.dataset;
    this.door = document.querySelector("[data-save-door]");
    this.changed = new Map();
    this.count = 0;
    this.retry = FIRST_RETRY;
    this.stopped = false;
    form.addEventListener("input", (event) => this.onInput(event));
    form.addEventListener("change", (event) => this.onInput(event));
    form.addEventListener("submit", () => this.onSubmit());
    window.addEventListener("online", () => this.soon(0));
    window.addEventListener("focus", () => this.changed.size && this.soon(0));
    window.addEventListener("beforeunload", (event) => this.changed.size && this.stopped && event.preventDefault());
    document.addEventListener("visibilitychange", () => document.hidden && this.changed.size && this.save());
    this.restore();
  }

  onInput(event) {
    const field = this.fields.find((each) => this.within(each, event.target));
    if (!field) return;
    this.mark(field);
    this.say("waiting");
    this.soon(MOMENT);
  }

  within(field, target) {
    return target.name === field.name || target.closest("[data-field]")?.dataset.field === field.name;
  }

  mark(field) {
    this.count += 1;
    this.changed.set(field.name, this.count);
    for (const group of TOGETHER) {
      if (group.includes(field.name)) for (const name of group) this.changed.set(name, this.count);
    }
    this.keep();
  }

  get waiting() {
    return this.fields.filter((field) => this.changed.has(field.name));
  }

  keep() {
    this.kept.write(Object.fromEntries(this.waiting.map((field) => [field.name, { value: field.value, ...field.kept }])));
  }

  // What a window that was closed, or a connection that broke, left here.
  restore() {
    const left = this.kept.read();
    const fields = this.fields.filter((field) => field.name in left && left[field.name].value !== field.value);
    if (!fields.length) {
      this.kept.write({});
      return;
    }
    for (const field of fields) {
      field.value = left[field.name].value;
      field.kept = left[field.name];
      this.mark(field);
    }
    this.say("restored");
    this.soon(MOMENT);
  }

  soon(delay) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.save(), delay);
  }

  async save() {
    if (!this.changed.size || this.saving || this.stopped) return;
    this.saving = true;
    const sent = new Map(this.changed);
    const values = new Map(this.waiting.map((field) => [field.name, field.value]));
    if (!TROUBLES.includes(this.status.dataset.state)) this.say("saving");
    try {
      const response = await fetch(this.form.dataset.autosave, {
        method: "POST",
        body: this.data(),
        headers: { Accept: "application/json" },
        keepalive: document.hidden,
      });
      await this.answered(response, sent, values);
    } catch {
      this.say("offline");
      this.again();
    } finally {
      this.saving = false;
    }
    if (this.changed.size && !this.stopped && this.retry === FIRST_RETRY) this.soon(MOMENT);
  }

  data() {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    for (const field of this.waiting) {
      field.put(data);
      for (const [name, value] of Object.entries(field.kept)) data.append(`${field.name}-${name}`, value);
    }
    return data;
  }

  async answered(response, sent, values) {
    const isJson = response.headers.get("Content-Type")?.includes("json");
    if (response.status === 409 && isJson) {
      const { sentences } = await response.json();
      this.stop(sentences.join(" "));
    } else if (response.status === 404 || (response.status === 403 && this.renewed)) {
      this.stop(this.words.stale);
    } else if (response.status === 403) {
      await this.renew();
    } else if (response.status === 401 || response.redirected || (response.ok && !isJson)) {
      this.say("loggedOut");
      this.again();
    } else if (!response.ok) {
      this.say("offline");
      this.again();
    } else {
      this.took(await response.json(), sent, values);
    }
  }

  // Whoever has logged in again has got a new token. Any page of the desk holds it, and says whose it is.
  async renew() {
    const response = await fetch(this.form.dataset.renew);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const { person } = page.body.dataset;
    if (person === document.body.dataset.person) {
      this.form.elements.csrfmiddlewaretoken.value = page.querySelector("[name=csrfmiddlewaretoken]").value;
      this.renewed = true;
      this.soon(0);
    } else {
      this.say(person ? "somebodyElse" : "loggedOut");
      this.again();
    }
  }

  took(answer, sent, values) {
    this.retry = FIRST_RETRY;
    this.renewed = false;
    const wrong = Object.values(answer.errors).flat();
    for (const field of this.fields.filter((each) => sent.has(each.name))) {
      if (field.name in answer.errors) continue;
      const now = answer.sections[field.name];
      const is = this.changed.get(field.name) === sent.get(field.name);
      field.kept = { base: answer.head[field.name] ?? now?.content ?? values.get(field.name), revision: now?.revision };
      if (now?.content !== undefined && is) field.value = now.content;
      if (is) this.changed.delete(field.name);
    }
    for (const name of Object.keys(answer.errors)) this.changed.delete(name);
    this.follow(answer.head, sent);
    this.keep();
    if (wrong.length) this.say("wrong", wrong.join(" "));
    else if (this.changed.size) this.say("waiting");
    else this.say("saved", answer.saved_at);
  }

  // What changed along with what was sent: the new caseworker's telephone, for one.
  follow(head, sent) {
    for (const field of this.fields.filter((each) => each.name in head && !sent.has(each.name))) {
      if (this.changed.has(field.name)) continue;
      field.value = head[field.name];
      field.kept = { base: head[field.name] };
    }
  }

  again() {
    this.soon(this.retry);
    this.retry = Math.min(this.retry * 1.7, LAST_RETRY);
  }

  // Nothing more is saved by itself; the button shows both versions.
  stop(sentence) {
    this.stopped = true;
    this.say("stopped", sentence);
    document.querySelector("[data-save-stopped]")?.removeAttribute("hidden");
  }

  onSubmit() {
    clearTimeout(this.timer);
    this.stopped = true;
    this.changed.clear();
  }

  say(state, text = "") {
    const words = this.words[state] ?? "";
    const line = [words.replace("{}", text), words.includes("{}") ? "" : text].filter(Boolean).join(" ");
    this.status.dataset.state = state;
    this.door.hidden = state !== "loggedOut";
    if (this.status.textContent !== line) this.status.textContent = line;
  }
}
