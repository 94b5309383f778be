// Every [data-prose-editor] of the page becomes an editor over its textarea, which keeps the text for the form: without
// this script, the textarea is there, in plain text.

import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { DOMParser as ProseParser, DOMSerializer } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { Count } from "./count.mjs";
import { editImage, editLink } from "./dialogs.mjs";
import { keys } from "./keys.mjs";
import { cleanPasted } from "./pasted.mjs";
import { placeholder } from "./placeholder.mjs";
import { schema } from "./schema.mjs";
import { Toolbar } from "./toolbar.mjs";

const serializer = DOMSerializer.fromSchema(schema);

function documentOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return ProseParser.fromSchema(schema).parse(page.body);
}

function htmlOf(doc) {
  const target = document.createElement("div");
  target.append(serializer.serializeFragment(doc.content));
  return doc.textContent || doc.childCount > 1 || !doc.firstChild.isTextblock ? target.innerHTML : "";
}

class ProseEditor {
  constructor(root) {
    this.root = root;
    this.textarea = root.querySelector("textarea");
    this.form = root.querySelector("[data-prose-form]");
    this.status = root.querySelector("[data-prose-status]");
    const limit = Number(root.dataset.limit) || null;
    this.count = new Count(root.querySelector("[data-prose-count]"), limit);
    const html = this.form.value === "html" ? this.textarea.value : this.textarea.dataset.html;
    const place = document.createElement("div");
    this.textarea.before(place);
    this.view = new EditorView({ mount: place }, this.settings(documentOf(html)));
    this.toolbar = new Toolbar(root.querySelector("[role=toolbar]"), this.view, {
      link: () => editLink(this.view),
      image: () => this.image(),
    });
    this.form.value = "html";
    this.textarea.value = htmlOf(this.view.state.doc);
    this.textarea.hidden = true;
    this.count.update(this.view.state.doc);
    root.proseEditor = this;
    root.dispatchEvent(new CustomEvent("prose:ready", { bubbles: true }));
  }

  settings(doc) {
    const plugins = [
      ...keys({
        openLink: () => Boolean(editLink(this.view)),
        toToolbar: () => {
          this.toolbar.focus();
          return true;
        },
      }),
      history(),
      gapCursor(),
      tableEditing(),
      placeholder(this.textarea.getAttribute("placeholder")),
    ];
    return {
      state: EditorState.create({ doc, plugins }),
      attributes: () => this.attributes(),
      dispatchTransaction: (transaction) => this.dispatch(transaction),
      transformPastedHTML: (html) => this.pasted(html),
      handlePaste: (_, event) => this.files(event.clipboardData),
      handleDrop: (_, event) => this.files(event.dataTransfer),
      editable: () => !this.textarea.readOnly && !this.textarea.disabled,
    };
  }

  attributes() {
    const { id, dataset } = this.textarea;
    const described = this.textarea.getAttribute("aria-describedby");
    return {
      role: "textbox",
      "aria-multiline": "true",
      id: `${id}-tekst`,
      class: "prose-text",
      lang: "da",
      spellcheck: "true",
      ...(dataset.label ? { "aria-label": dataset.label } : {}),
      ...(dataset.labelledby ? { "aria-labelledby": dataset.labelledby } : {}),
      ...(described ? { "aria-describedby": described } : {}),
      ...(this.textarea.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
    };
  }

  dispatch(transaction) {
    this.view.updateState(this.view.state.apply(transaction));
    this.toolbar.update(this.view.state);
    if (!transaction.docChanged) return;
    this.count.update(this.view.state.doc);
    this.textarea.value = htmlOf(this.view.state.doc);
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A new text from outside, such as one kept while the connection was gone. It can be undone.
  set html(html) {
    const { state } = this.view;
    this.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, documentOf(html).content));
  }

  get html() {
    return this.textarea.value;
  }

  pasted(html) {
    const { html: clean, lostImages } = cleanPasted(html);
    if (lostImages) this.tell(this.status.dataset.lostImages);
    return clean;
  }

  files(transfer) {
    const image = [...(transfer?.files ?? [])].find((file) => file.type.startsWith("image/"));
    if (!image || transfer.getData("text/html") || !this.root.dataset.upload) return false;
    this.image(image);
    return true;
  }

  image(file = null) {
    const token = this.root.closest("form").querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    return editImage(this.view, { upload: this.root.dataset.upload, token, file });
  }

  tell(text) {
    this.status.textContent = text;
  }
}

for (const root of document.querySelectorAll("[data-prose-editor]")) new ProseEditor(root);
