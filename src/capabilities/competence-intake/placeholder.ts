/** What templates leave for somebody to fill in: `[value]`, `[TODO: role]`, `{{ name }}`, `<name>`, `TBD`, `YYYY-MM-DD`. */
const PLACEHOLDER =
  /^(?:\[[^\]]*\]|\{\{.*\}\}|<[^<>]+>|«.*»|\$\{.*\}|_{2,}|\.{3,}|…+|todo\b.*|tbd|tbc|t\.b\.d\.?|fixme|xx+|\?+|yyyy[-./]mm[-./]dd|dd[-./]mm[-./]yyyy|(?:enter|insert|add) .{1,30} here)$/iu;

/** Whether a cell holds only what a template leaves to be filled in. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text.trim());
