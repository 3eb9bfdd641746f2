import { assess } from '../capabilities/assessment/assess.ts';
import { dateOption, momentOption } from './argument.ts';
import type { Command } from './command.ts';

/** Exit code when a critical gap is open. */
const CRITICAL = 3;

export const assessCommand: Command = {
  usage: 'assess [--on DATE] [--recorded-at TIME]',
  summary: 'what is covered, what is missing and why; ends with 3 when a critical gap is open',
  options: { on: { type: 'string' }, 'recorded-at': { type: 'string' } },
  desk: true,
  async run(args, { facts, organization, clock }) {
    const at = momentOption(args, 'recorded-at');
    const snapshot =
      at === undefined ? await facts.current(organization.id, null) : await facts.asRecorded(organization.id, at);
    const { on, requirements, gaps, checklists, totals } = assess(snapshot, dateOption(args, 'on') ?? clock.today());
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
    const head = `${organization.name} on ${on}: of ${totals.applicable} applicable requirements ${states.met} met, ${states.weak} weak, ${states.gap} with a gap. ${gaps.length} gaps, ${severities.critical} critical.`;
    return { json, text: [head, ...lines].join('\n'), ...(severities.critical > 0 ? { exit: CRITICAL } : {}) };
  },
};
