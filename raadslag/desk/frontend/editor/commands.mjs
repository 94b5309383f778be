// What the toolbar's buttons do, by the name in their data-command. Each has a command of ProseMirror's kind, and may
// say whether it is on.

import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderColumn,
  toggleHeaderRow,
} from "prosemirror-tables";
import { TextSelection } from "prosemirror-state";
import { schema } from "./schema.mjs";

const { nodes, marks } = schema;

function hasMark(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

// The innermost node around the selection for which `test` holds.
export function around(state, test) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (test($from.node(depth))) return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

const isList = (node) => node.type === nodes.bullet_list || node.type === nodes.ordered_list;

function heading(level) {
  const isOn = (state) => {
    const { parent } = state.selection.$from;
    return parent.type === nodes.heading && parent.attrs.level === level;
  };
  return {
    isOn,
    run: (state, dispatch) =>
      isOn(state)
        ? setBlockType(nodes.paragraph)(state, dispatch)
        : setBlockType(nodes.heading, { level })(state, dispatch),
  };
}

function list(type) {
  const isOn = (state) => around(state, isList)?.node.type === type;
  return {
    isOn,
    run: (state, dispatch, view) => {
      const inner = around(state, isList);
      if (!inner) return wrapInList(type)(state, dispatch, view);
      if (inner.node.type === type) return liftListItem(nodes.list_item)(state, dispatch, view);
      dispatch?.(state.tr.setNodeMarkup(inner.pos, type));
      return true;
    },
  };
}

const quote = {
  isOn: (state) => around(state, (node) => node.type === nodes.blockquote) !== null,
  run: (state, dispatch) => (quote.isOn(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)),
};

// Three columns, a row of headers and two more, below the paragraph the cursor is in.
function insertTable(state, dispatch) {
  if (isInTable(state)) return false;
  const { $from } = state.selection;
  const row = (type) => nodes.table_row.create(null, [1, 2, 3].map(() => type.createAndFill()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  const at = $from.after(1);
  const isEmptyParagraph = $from.depth === 1 && $from.parent.content.size === 0;
  const from = isEmptyParagraph ? $from.before(1) : at;
  if (dispatch) {
    const after = from === at || at === state.doc.content.size ? [table, nodes.paragraph.create()] : [table];
    const tr = state.tr.replaceWith(from, at, after);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView());
  }
  return true;
}

export const hardBreak = (state, dispatch) => {
  if (state.selection.$from.parent.type !== nodes.paragraph) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

export const commands = {
  strong: { run: toggleMark(marks.strong), isOn: (state) => hasMark(state, marks.strong) },
  em: { run: toggleMark(marks.em), isOn: (state) => hasMark(state, marks.em) },
  heading3: heading(3),
  heading4: heading(4),
  bullets: list(nodes.bullet_list),
  numbers: list(nodes.ordered_list),
  indent: { run: sinkListItem(nodes.list_item) },
  outdent: { run: liftListItem(nodes.list_item) },
  quote,
  undo: { run: undo },
  redo: { run: redo },
  table: { run: insertTable },
  "row-before": { run: addRowBefore },
  "row-after": { run: addRowAfter },
  "row-delete": { run: deleteRow },
  "column-before": { run: addColumnBefore },
  "column-after": { run: addColumnAfter },
  "column-delete": { run: deleteColumn },
  "header-row": { run: toggleHeaderRow },
  "header-column": { run: toggleHeaderColumn },
  "table-delete": { run: deleteTable },
};
export { hasMark, isInTable };
