import { Alert, Anchor, Button, Radio, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { awarenessRoutes, type CampaignDetail } from '../contract.ts';
import classes from './awareness.module.css';
import { CampaignDocument } from './CampaignDocument.tsx';
import { awarenessMessages } from './messages.ts';

/** What a member of staff reads, answers and acknowledges; made for a phone. */
export function ReadCampaignScreen(): JSX.Element {
  const { campaignId = '' } = useParams({ strict: false });
  const read = useRead(awarenessRoutes.campaign, { path: { campaignId } });
  if (read.isError) return <ErrorPage error={read.error} reset={() => void read.refetch()} />;
  if (read.data === undefined) return <LoadingPage />;
  // Another text is another page to read: the answers so far belonged to the one before.
  return <Reading campaign={read.data} key={`${read.data.id} ${read.data.version}`} />;
}

function Reading({ campaign }: { readonly campaign: CampaignDetail }): JSX.Element {
  const texts = useMessages(awarenessMessages).reading;
  const format = useFormat();
  const acknowledge = useWrite(awarenessRoutes.acknowledgeCampaign);
  const [answers, setAnswers] = useState<readonly (number | null)[]>(() => campaign.questions.map(() => null));
  const [missing, setMissing] = useState(false);
  const { mine, mineOn, questions } = campaign;
  const result = acknowledge.data;
  const submit = (): void => {
    const given = answers.filter((answer) => answer !== null);
    setMissing(given.length < questions.length);
    if (given.length < questions.length) return;
    acknowledge.mutate({ path: { campaignId: campaign.id }, version: campaign.version, body: { answers: given } });
  };
  return (
    <div className={classes.reading}>
      <PageHeader title={campaign.title} lead={mine === 'to-do' ? texts.until(format.date(campaign.due)) : undefined} />
      {campaign.message !== '' && <Text className={classes.prose}>{campaign.message}</Text>}
      {campaign.evidenceId !== null && (
        <div>
          <Text size="sm" mb={4}>
            {texts.file}
          </Text>
          <CampaignDocument evidenceId={campaign.evidenceId} />
        </div>
      )}
      {campaign.link !== null && (
        <Anchor href={campaign.link} target="_blank" rel="noreferrer">
          {texts.document}
        </Anchor>
      )}
      {mine === 'done' && mineOn !== null && (
        <Alert color="teal" variant="light" icon={<IconCheck size={18} />} role="status">
          {result?.passed === true ? texts.done : texts.already(format.date(mineOn))}
        </Alert>
      )}
      {mine === null && <Text c="dimmed">{texts.notMine}</Text>}
      {mine === 'to-do' && (
        <Stack gap="md">
          {questions.map(({ question, options }, at) => (
            <Radio.Group
              key={question}
              label={question}
              value={answers[at] === null ? null : String(answers[at])}
              onChange={(chosen) => {
                setAnswers(answers.map((answer, index) => (index === at ? Number(chosen) : answer)));
                setMissing(false);
                acknowledge.reset();
              }}
            >
              <Stack gap="sm" mt="xs">
                {options.map((option, place) => (
                  <Radio key={option} value={String(place)} label={option} />
                ))}
              </Stack>
            </Radio.Group>
          ))}
          {missing && (
            <Text c="red" role="alert">
              {texts.missing}
            </Text>
          )}
          {result?.passed === false && (
            <Alert color="orange" variant="light" role="alert">
              {texts.failed(result.right, result.of)}
            </Alert>
          )}
          {conflictOf(acknowledge.error) === null ? (
            <ProblemAlert error={acknowledge.error} />
          ) : (
            <Text role="alert">{texts.changed}</Text>
          )}
          <Button size="md" w="fit-content" loading={acknowledge.isPending} onClick={submit}>
            {questions.length > 0 ? texts.answer : texts.acknowledge}
          </Button>
        </Stack>
      )}
    </div>
  );
}
