import { Anchor, Button, Loader, Text } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMaySpeakFor, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { personCompetenceRoutes } from '../../competence/person-contract.ts';
import { CompetenceLines } from '../../competence/web/CompetenceLines.tsx';
import { EvidencePanel } from '../../competence/web/EvidencePanel.tsx';
import { JudgementDialog } from '../../competence/web/JudgementDialog.tsx';
import { peopleRoutes } from '../../people/contract.ts';
import { PersonAppointments } from '../../people/web/PersonAppointments.tsx';
import { PersonTrainings } from '../../training/web/PersonTrainings.tsx';
import { Certificates } from './Certificates.tsx';
import { selfMessages } from './messages.ts';
import classes from './self.module.css';
import { ToDo } from './ToDo.tsx';

/** The page of every member of staff: what waits, what they hold, what they should be able to do. Made for a phone. */
export function MyScreen(): JSX.Element {
  const texts = useMessages(selfMessages);
  const { personId, slug } = useOrganization();
  const mayLink = useMayChange('membership');
  if (personId !== null) return <MyPage personId={personId} />;
  return (
    <>
      <PageHeader title={texts.title} />
      <EmptyState
        icon={<IconUserQuestion size={28} stroke={1.6} />}
        title={texts.unlinked.title}
        what={texts.unlinked.what}
      >
        {mayLink && (
          <Button renderRoot={(props) => <Link to="/o/$slug/settings/members" params={{ slug }} {...props} />}>
            {texts.unlinked.link}
          </Button>
        )}
      </EmptyState>
    </>
  );
}

function MyPage({ personId }: { readonly personId: string }): JSX.Element {
  const texts = useMessages(selfMessages);
  const { slug } = useOrganization();
  const maySpeak = useMaySpeakFor(personId);
  const person = useRead(peopleRoutes.person, { path: { personId } });
  const competence = useRead(personCompetenceRoutes.personCompetence, { path: { personId } });
  const [judged, setJudged] = useState<{ readonly competence: string | null } | null>(null);
  const error = person.error ?? competence.error;
  if (person.data === undefined || competence.data === undefined)
    return error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={error} />;
  const { needed, history } = competence.data;
  const unsaid = needed.filter(({ self }) => self === null);
  const met = needed.filter(({ face }) => face.state === 'met' || face.state === 'expiring').length;
  const { name, jobTitle, unit } = person.data;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={[name, jobTitle, unit].filter((part) => part !== null).join(' · ')} />
      <ToDo
        personId={personId}
        unsaid={maySpeak ? unsaid.length : 0}
        onSay={() => setJudged({ competence: unsaid[0]?.competence ?? null })}
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel
            title={texts.competences}
            lead={needed.length === 0 ? texts.noCompetences : texts.progress(met, needed.length)}
          >
            <CompetenceLines
              label={texts.competences}
              lines={needed}
              onJudge={maySpeak ? (key) => setJudged({ competence: key }) : null}
              action={texts.say}
              own
            />
            <Text size="sm" mt="xs">
              <Anchor
                renderRoot={(props) => (
                  <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId }} {...props} />
                )}
              >
                {texts.allMine}
              </Anchor>
            </Text>
          </Panel>
        </div>
        <div className={classes.column}>
          <PersonAppointments person={person.data} />
          <PersonTrainings personId={personId} />
          <Certificates history={history} />
          <EvidencePanel personId={person.data.id} />
        </div>
      </div>
      {judged !== null && (
        <JudgementDialog
          personId={person.data.id}
          competence={judged.competence}
          needed={needed.map(({ competence: key }) => key)}
          own
          onClose={() => setJudged(null)}
        />
      )}
    </div>
  );
}
