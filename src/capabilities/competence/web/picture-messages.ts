import { counted, defineMessages } from '../../../web/message.ts';
import type { CompetenceState } from '../standing.ts';

/** Texts of the bench, of the succession and of the trend. */
export const pictureTexts = defineMessages({
  en: {
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    nobody: 'nobody',
    bench: {
      label: 'Competences by how many stand behind them, thinnest first',
      depth: 'Behind it',
      competence: 'Competence',
      level: 'Level',
      levelHint: 'The highest level that anything requires',
      needed: 'Needed by',
      proving: 'Prove it',
      expiring: 'Of them end soon',
      lower: 'One level less',
      none: 'No level is required of anything yet.',
      states: { gap: 'nobody', weak: 'one alone', met: '' },
    },
    succession: {
      label: 'Roles by who could take over, those without anybody first',
      role: 'Role',
      holders: 'Holders',
      deputies: 'Deputies',
      now: 'Ready now',
      withinYear: 'Within a year',
      later: 'Later',
      vacant: 'vacant',
      undetermined: 'Nothing is required of this role: nobody can be ready for it.',
      require: 'Say what it requires',
      how: 'Ready now: proves every level that the role must have, holds it not yet and has hours left. Within a year: one level short in at most two, or a training for all that is short is planned. Later: proves something of it.',
      none: 'There are no roles yet.',
    },
    trend: {
      label: 'Required levels by how they stood, month by month',
      chart: 'Required levels that were not proven, at the end of each month',
      day: 'Day',
      needed: 'Required',
      open: 'Not proven',
      none: 'Nothing was required of anybody in the last year.',
      note: 'As the facts say today how things stood then.',
      levels: (count: number) => counted(count, 'required level', 'required levels'),
      states: {
        missing: 'Missing',
        below: 'Below',
        'no-evidence': 'Claimed only',
        expired: 'Expired',
        expiring: 'Ends soon',
        met: 'Proven',
      } satisfies Readonly<Record<CompetenceState, string>>,
    },
  },
});
