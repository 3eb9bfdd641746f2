import { Alert, Text } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { ImportReport } from '../model.ts';
import { intakeMessages } from './messages.ts';
import { countsOf, linesOf, outcomes, rowCount, type Outcome } from './report-line.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import classes from './report.module.css';
import { ReportTable } from './ReportTable.tsx';

/** What an import would do or did: every row of the file, with its place and the reason. */
export function ImportReportView({ report }: { readonly report: ImportReport }): JSX.Element {
  const texts = useMessages(intakeMessages);
  const [shown, setShown] = useState<Outcome | null>(null);
  const counts = countsOf(report);
  const lines = linesOf(report);
  const visible = shown === null ? lines : lines.filter((line) => line.outcome === shown);
  return (
    <div className={classes.report}>
      <Alert
        variant="outline"
        {...(report.dryRun
          ? { icon: <IconEye size={18} aria-hidden /> }
          : {
              icon: <IconCircleCheck size={18} aria-hidden />,
              className: classes.done,
              classNames: { title: classes.doneTitle, icon: classes.doneTitle },
            })}
        title={report.dryRun ? texts.dryRun : texts.done}
      >
        {report.file !== '' && <Text size="sm">{texts.from(report.file)}</Text>}
      </Alert>
      <div className={classes.figures} role="group" aria-label={texts.show}>
        <button type="button" className={classes.figure} aria-pressed={shown === null} onClick={() => setShown(null)}>
          <strong>{rowCount(report)}</strong>
          {texts.all}
        </button>
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={classes.figure}
            aria-pressed={shown === outcome}
            disabled={counts[outcome] === 0}
            onClick={() => setShown(shown === outcome ? null : outcome)}
          >
            <strong>{counts[outcome]}</strong>
            <OutcomeMark outcome={outcome} />
          </button>
        ))}
      </div>
      <ReportTable lines={visible} />
      {report.dropped.length > 0 && (
        <Panel title={texts.droppedTitle} count={report.dropped.length} lead={texts.droppedLead}>
          <dl className={classes.dropped}>
            {report.dropped.map((dropped) => (
              <div key={dropped.column}>
                <dt>{dropped.column}</dt>
                <dd>{dropped.reason}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </div>
  );
}
