// Guidance shown in an empty editor. It is a decoration of the view and no part of the text.

import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

export function placeholder(text) {
  return new Plugin({
    props: {
      decorations(state) {
        const { doc } = state;
        const isEmpty = doc.childCount === 1 && doc.firstChild.isTextblock && doc.firstChild.content.size === 0;
        if (!text || !isEmpty) return null;
        const attributes = { class: "prose-empty", "data-placeholder": text };
        return DecorationSet.create(doc, [Decoration.node(0, doc.firstChild.nodeSize, attributes)]);
      },
    },
  });
}
