// The keyboard. Tab leaves the editor, save in a table, where it goes from cell to cell and leaves after the last.

import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { goToNextCell } from "prosemirror-tables";
import { commands, hardBreak } from "./commands.mjs";
import { schema } from "./schema.mjs";

const { nodes } = schema;

export function keys({ openLink, toToolbar }) {
  return [
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
        wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) })),
        textblockTypeInputRule(/^###\s$/, nodes.heading, { level: 3 }),
        textblockTypeInputRule(/^####\s$/, nodes.heading, { level: 4 }),
      ],
    }),
    keymap({
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-b": commands.strong.run,
      "Mod-i": commands.em.run,
      "Mod-k": openLink,
      "Alt-F10": toToolbar,
      "Mod-Alt-3": commands.heading3.run,
      "Mod-Alt-4": commands.heading4.run,
      "Shift-Mod-8": commands.bullets.run,
      "Shift-Mod-7": commands.numbers.run,
      "Mod-]": sinkListItem(nodes.list_item),
      "Mod-[": liftListItem(nodes.list_item),
      "Shift-Enter": chainCommands(exitCode, hardBreak),
      Enter: splitListItem(nodes.list_item),
      Tab: goToNextCell(1),
      "Shift-Tab": goToNextCell(-1),
    }),
    keymap(baseKeymap),
  ];
}
