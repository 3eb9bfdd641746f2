import { assess } from '../capabilities/assessment/assess.ts';
import { dateOption } from './argument.ts';
import type { Command } from './command.ts';
import { factsFor } from './facts.ts';

/** Exit code when a critical gap is open. */
const CRITICAL = 3;

export const assessCommand: Command = {
  usage: 'assess [--on DATE] [--recorded-at TIME]',
  summary: 'what is covered, what is missing and why; ends with 3 when a critical gap is open',
  options: { on: { type: 'string' }, 'recorded-at': { type: 'string' } },
  desk: true,
  async run(args, desk) {
    const snapshot = await factsFor(args, desk);
    const { on, requirements, gaps, checklists, totals } = assess(
      snapshot,
      dateOption(args, 'on') ?? desk.clock.today(),
    );
    const json = {
      on,
      requirements: requirements.map(({ requirementId, applicable, state, aspects }) => ({
        id: requirementId,
        applicable,
        state,
        coverage: aspects,
      })),
      gaps: gaps.map(({ rule, severity, subject, requirements: touched, explanation, clause, fix }) => {
        const [requirement] = touched;
        return {
          rule,
          severity,
          subject,
          clause,
          requirements: touched,
          ...(touched.length === 1 ? { requirement } : {}),
          explanation,
          ...(fix === undefined ? {} : { fix }),
        };
      }),
      checklists,
    };
    const lines = gaps.map((gap) => `${gap.severity.padEnd(8)} ${gap.rule.padEnd(24)} ${gap.explanation}`);
    const { states, severities } = totals;
    const head = `${desk.organization.name} on ${on}: of ${totals.applicable} applicable requirements ${states.met} met, ${states.weak} weak, ${states.gap} with a gap. ${gaps.length} gaps, ${severities.critical} critical.`;
    return { json, text: [head, ...lines].join('\n'), ...(severities.critical > 0 ? { exit: CRITICAL } : {}) };
  },
};
