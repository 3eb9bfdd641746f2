import { Button, Group, Loader, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { ImportReportView } from '../../intake/web/ImportReportView.tsx';
import { intakeMessages } from '../../intake/web/messages.ts';
import { SourceDrop } from '../../intake/web/SourceDrop.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { UndoImport } from '../../trail/web/UndoImport.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { peopleImportMessages } from './import-messages.ts';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportQuestions } from './ImportQuestions.tsx';
import { keyOf, usePeopleImport } from './people-import.ts';

const endings = ['.csv', '.tsv', '.txt', '.xlsx'];

/** Brings people in from a file or from pasted text: dry run, agreement, result. */
export function PeopleImportScreen(): JSX.Element {
  const texts = useMessages(peopleImportMessages);
  const words = useMessages(intakeMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('person');
  const intake = usePeopleImport();
  const [text, setText] = useState('');
  const { report } = intake;
  const worth = report === undefined ? 0 : report.taken + report.changed;
  const questions = report?.dryRun === true ? (report.questions ?? []) : [];
  const answered = questions.filter(
    (question) => question.answer === null && (intake.answers.get(keyOf(question)) ?? 'skip') !== 'skip',
  ).length;
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader title={texts.title} lead={texts.lead} />
      </div>
      {!mayChange && <Text>{texts.noPermission}</Text>}
      <ProblemAlert error={intake.error} />
      {mayChange && report === undefined && (
        <Tabs defaultValue="file" keepMounted={false} onChange={intake.reset}>
          <Tabs.List aria-label={texts.how}>
            <Tabs.Tab value="file">{texts.file}</Tabs.Tab>
            <Tabs.Tab value="paste">{texts.paste}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="file" pt="md">
            <SourceDrop
              hint={texts.hint}
              endings={endings}
              loading={intake.isPending}
              onFile={intake.tryFile}
              onRefused={intake.reset}
            />
          </Tabs.Panel>
          <Tabs.Panel value="paste" pt="md">
            <Stack gap="sm" maw={720}>
              <Textarea
                label={texts.pasteLabel}
                description={texts.pasteHint}
                placeholder={texts.pasteExample}
                autosize
                minRows={8}
                maxRows={20}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              <Group>
                <Button disabled={text.trim() === ''} loading={intake.isPending} onClick={() => intake.tryText(text)}>
                  {texts.look}
                </Button>
              </Group>
            </Stack>
          </Tabs.Panel>
        </Tabs>
      )}
      {intake.underWay !== null && <ImportProgressBar importId={intake.underWay} />}
      {intake.isPending && intake.underWay === null && (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{report === undefined ? words.reading : words.writing}</Text>
        </Group>
      )}
      {report !== undefined && (
        <>
          <Group gap="xs">
            {report.dryRun ? (
              <>
                <Button disabled={worth + answered === 0} loading={intake.isPending} onClick={intake.take}>
                  {worth + answered === 0 ? words.takeNothing : texts.take(worth, answered)}
                </Button>
                {intake.isAhead && (
                  <Button variant="default" loading={intake.isPending} onClick={intake.show}>
                    {texts.showAnswers}
                  </Button>
                )}
                <Button variant="default" onClick={intake.reset}>
                  {texts.again}
                </Button>
              </>
            ) : (
              <>
                <Button renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>
                  {texts.open}
                </Button>
                <Button variant="default" onClick={intake.reset}>
                  {words.another}
                </Button>
                <UndoImport change={report.change} register="person" onDone={intake.reset} />
              </>
            )}
          </Group>
          {questions.length > 0 && (
            <ImportQuestions questions={questions} answers={intake.answers} onAnswer={intake.answer} />
          )}
          {report.dryRun && (report.columns ?? []).length > 0 && intake.isFile && (
            <ImportColumns report={report} onChoose={intake.choose} onForgotten={intake.again} />
          )}
          <ImportReportView report={report} />
        </>
      )}
    </Stack>
  );
}
