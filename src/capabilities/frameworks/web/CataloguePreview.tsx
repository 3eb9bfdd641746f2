import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { CatalogueImportReport } from '../catalogue-import.ts';
import type { FrameworkImport } from './framework-import.ts';
import classes from './frameworks.module.css';
import { FrameworkAbout } from './FrameworkAbout.tsx';
import { frameworkMessages } from './messages.ts';

const SHOWN = 60;

interface CataloguePreviewProps {
  readonly report: CatalogueImportReport;
  readonly intake: FrameworkImport;
}

/** What a file holds before it is taken, and what became of it. */
export function CataloguePreview({ report, intake }: CataloguePreviewProps): JSX.Element {
  const texts = useMessages(frameworkMessages).import;
  const { slug } = useOrganization();
  const [key, setKey] = useState(report.key);
  const { catalogue, rows, dryRun } = report;
  return (
    <>
      <Alert
        variant="outline"
        icon={dryRun ? <IconEye size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
        title={dryRun ? texts.dryRun : texts.done(catalogue.name)}
      >
        <Text size="sm">{texts.found(catalogue.requirements, catalogue.assessable, catalogue.groups)}</Text>
      </Alert>
      <Group gap="xs" align="flex-end">
        {dryRun && (
          <TextInput
            w={300}
            label={texts.key}
            description={texts.keyHint}
            value={key}
            maxLength={14}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        )}
        {dryRun ? (
          <Button loading={intake.isPending} disabled={key.trim() === ''} onClick={() => intake.take(key.trim())}>
            {texts.take(report.taken)}
          </Button>
        ) : (
          <Button renderRoot={(props) => <Link to="/o/$slug/frameworks" params={{ slug }} {...props} />}>
            {texts.open}
          </Button>
        )}
        <Button variant="default" onClick={intake.reset}>
          {texts.again}
        </Button>
      </Group>
      <div className={classes.columns}>
        <Panel title={texts.first} count={rows.length}>
          <ul className={classes.preview}>
            {rows.slice(0, SHOWN).map((row) => (
              <li key={row.row}>{row.label}</li>
            ))}
          </ul>
          {rows.length > SHOWN && (
            <Text size="sm" c="dimmed">
              {texts.more(rows.length - SHOWN)}
            </Text>
          )}
        </Panel>
        <div className={classes.stack}>
          <FrameworkAbout framework={catalogue} />
          {report.ignored.length > 0 && (
            <Panel title={texts.leftOut} count={report.ignored.length}>
              <dl className={classes.about}>
                {report.ignored.map((note) => (
                  <div key={note.row}>
                    <dt>{note.reason}</dt>
                    <dd>{note.text}</dd>
                  </div>
                ))}
              </dl>
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
