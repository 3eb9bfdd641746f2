import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { CompetenceLine } from '../person-competence.ts';
import { LevelMeter } from './LevelMeter.tsx';
import classes from './person-competence.module.css';
import { personCompetenceMessages } from './person-messages.ts';

interface CompetenceLinesProps {
  readonly label: string;
  readonly lines: readonly CompetenceLine[];
  /** Null where the reader may not judge. */
  readonly onJudge: ((competence: string) => void) | null;
  readonly action: string;
  /** The reader looks at their own. */
  readonly own?: boolean;
}

/** The competences of somebody as bars, with who asks for them and what the person and the manager say. */
export function CompetenceLines({ label, lines, onJudge, action, own = false }: CompetenceLinesProps): JSX.Element {
  const texts = useMessages(personCompetenceMessages);
  const format = useFormat();
  return (
    <ul className={classes.lines} aria-label={label}>
      {lines.map((line) => {
        const { competence, competenceName, reasons, self, manager, claim, face } = line;
        return (
          <li key={competence} className={classes.line}>
            <div>
              <div className={classes.name}>{competenceName}</div>
              <div className={classes.words}>
                {reasons.length > 0 && (
                  <span className={classes.quiet}>
                    {texts.askedBy(format.list(reasons.map(({ name, level }) => texts.reason(name, level))))}
                    {`, ${face.must ? texts.must : texts.should}`}
                  </span>
                )}
                <span className={classes.quiet}>
                  {self === null
                    ? own
                      ? texts.youNone
                      : texts.selfNone
                    : (own ? texts.you : texts.self)(self.level, format.date(self.on))}
                </span>
                <span className={classes.quiet}>
                  {manager === null
                    ? texts.managerNone
                    : texts.manager(manager.level, manager.assessor, format.date(manager.on))}
                </span>
                {claim !== null && (
                  <span className={classes.quiet}>{texts.waits(claim.level, texts.methods[claim.method])}</span>
                )}
              </div>
            </div>
            <LevelMeter line={line} />
            {onJudge !== null && (
              <Button
                className={classes.act}
                size="compact-sm"
                variant="default"
                aria-label={`${action}: ${competenceName}`}
                onClick={() => onJudge(competence)}
              >
                {action}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
