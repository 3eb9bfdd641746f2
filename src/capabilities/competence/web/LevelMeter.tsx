import { IconAlertTriangle, IconCheck, IconClock, IconHelp, IconMinus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { levels } from '../../../kernel/level.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { CompetenceLine } from '../person-competence.ts';
import type { CompetenceState } from '../standing.ts';
import classes from './person-competence.module.css';
import { personCompetenceMessages } from './person-messages.ts';

const icons: Readonly<Record<CompetenceState, JSX.Element>> = {
  missing: <IconMinus size={15} aria-hidden />,
  below: <IconAlertTriangle size={15} aria-hidden />,
  'no-evidence': <IconHelp size={15} aria-hidden />,
  expired: <IconAlertTriangle size={15} aria-hidden />,
  expiring: <IconClock size={15} aria-hidden />,
  met: <IconCheck size={15} aria-hidden />,
};

const [, ...steps] = levels;

/** Five steps: those that are proven are filled, those only claimed are hatched, those that are asked for are framed. */
export function LevelMeter({ line }: { readonly line: CompetenceLine }): JSX.Element {
  const texts = useMessages(personCompetenceMessages);
  const format = useFormat();
  const { face, proven, until, self, judgement } = line;
  const claimed = Math.max(self?.level ?? 0, judgement?.level ?? 0);
  return (
    <div className={classes.meter}>
      <span className={classes.bar} aria-hidden>
        {steps.map((step) => (
          <span
            key={step}
            className={classes.step}
            data-asked={(face.required !== null && step <= face.required) || undefined}
            data-held={step <= proven ? 'proven' : step <= claimed ? 'claimed' : undefined}
          />
        ))}
      </span>
      <span className={classes.state}>
        {icons[face.state]}
        {texts.states[face.state]}, {texts.level(proven, face.required)}
        {until !== null && ` ${texts.until(format.date(lastDayOf(until)))}`}
      </span>
    </div>
  );
}
