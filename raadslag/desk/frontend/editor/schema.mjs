// What the editor can hold: the same as raadslag/prose/blocks.py, so that nothing that is typed is taken out later.

import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

export const IMAGE = /^\/skrivebord\/billeder\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const LINK = /^(https?:\/\/|mailto:)\S+$/i;

const isNormal = (dom) => /^(normal|400)$/.test(dom.style.fontWeight);

const nodes = {
  doc: { content: "(block | heading | blockquote | table)+" },
  paragraph: {
    content: "inline*",
    group: "block",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  },
  heading: {
    attrs: { level: { default: 3 } },
    content: "text*",
    marks: "em strong link",
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level < 4 ? 3 : 4 } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  blockquote: {
    content: "block+",
    defining: true,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },
  bullet_list: {
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  ordered_list: {
    attrs: { start: { default: 1 } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: Math.max(1, dom.start || 1) }) }],
    toDOM: (node) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  },
  list_item: {
    content: "paragraph block*",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  image: {
    attrs: { src: {}, alt: { default: "" } },
    group: "block",
    draggable: true,
    parseDOM: [
      {
        tag: "img[src]",
        getAttrs: (dom) => {
          const src = dom.getAttribute("src");
          return IMAGE.test(src) ? { src, alt: dom.getAttribute("alt") ?? "" } : false;
        },
      },
    ],
    toDOM: (node) => ["img", { src: node.attrs.src, alt: node.attrs.alt }],
  },
  text: { group: "inline" },
  hard_break: {
    inline: true,
    group: "inline",
    selectable: false,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
  ...tableNodes({ cellContent: "block+", cellAttributes: {} }),
};

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => (LINK.test(dom.getAttribute("href")) ? { href: dom.getAttribute("href") } : false),
      },
    ],
    toDOM: (mark) => ["a", { href: mark.attrs.href }, 0],
  },
  strong: {
    parseDOM: [{ tag: "strong" }, { tag: "b", getAttrs: (dom) => !isNormal(dom) && null }],
    toDOM: () => ["strong", 0],
  },
  em: {
    parseDOM: [{ tag: "em" }, { tag: "i" }, { tag: "cite" }],
    toDOM: () => ["em", 0],
  },
};

export const schema = new Schema({ nodes, marks });
