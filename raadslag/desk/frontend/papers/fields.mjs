// The parts of a paper's form, each with what it says now and what it said when it was last known to be saved.

class Hidden {
  constructor(form, name) {
    this.base = form.elements[`${name}-base`];
    this.revision = form.elements[`${name}-revision`];
  }

  get kept() {
    return { base: this.base.value, ...(this.revision ? { revision: this.revision.value } : {}) };
  }

  set kept({ base, revision }) {
    this.base.value = base;
    if (this.revision && revision !== undefined) this.revision.value = revision;
  }
}

export class ProseField extends Hidden {
  constructor(form, name, editor) {
    super(form, name);
    this.name = name;
    this.editor = editor;
  }

  get value() {
    return this.editor.html;
  }

  set value(html) {
    this.editor.html = html;
  }

  put(data) {
    data.append(this.name, this.value);
    data.append(`${this.name}-form`, "html");
  }
}

export class ClausesField extends Hidden {
  constructor(form, name, clauses) {
    super(form, name);
    this.name = name;
    this.clauses = clauses;
  }

  get value() {
    return this.clauses.value.join("\n");
  }

  set value(text) {
    this.clauses.value = text.split("\n").filter(Boolean);
  }

  put(data) {
    for (const line of this.clauses.value.length ? this.clauses.value : [""]) data.append(this.name, line);
  }
}

export class HeadField extends Hidden {
  constructor(form, name) {
    super(form, name);
    this.name = name;
    this.form = form;
  }

  get value() {
    return this.form.elements[this.name].value;
  }

  set value(value) {
    this.form.elements[this.name].value = value;
  }

  put(data) {
    data.append(this.name, this.value);
  }
}
