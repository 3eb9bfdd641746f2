/** What templates leave for somebody to fill in: `[value]`, `[TODO: role]`, `{{ name }}`, `<name>`, `Y/N`, `TBD`, `YYYY-MM-DD`. */
const PLACEHOLDER =
  /^(?:\[[^\]]*\]|\[\[.*\]\]|\{\{.*\}\}|<[^<>]+>|«.*»|\$\{.*\}|_{2,}|\.{3,}|…+|y(?:es)?\s?\/\s?no?|j(?:a)?\s?\/\s?n(?:ein)?|todo\b.*|tbd|tbc|t\.b\.d\.?|fixme|xx+|\?+|yyyy[-./]mm[-./]dd|dd[-./]mm[-./]yyyy|(?:enter|insert|add) .{1,30} here)$/iu;

/** Whether a cell holds only what a template leaves to be filled in. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text.trim());
