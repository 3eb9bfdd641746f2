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
import { WaitingClaims } from '../../competence/web/WaitingClaims.tsx';
import { peopleRoutes } from '../../people/contract.ts';
import { PersonTrainings } from '../../training/web/PersonTrainings.tsx';
import { Certificates } from './Certificates.tsx';
import { MyRoles } from './MyRoles.tsx';
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

/** So many proven competences are shown at once, without being asked for. */
const FEW = 3;

function MyPage({ personId }: { readonly personId: string }): JSX.Element {
  const texts = useMessages(selfMessages);
  const { slug } = useOrganization();
  const maySpeak = useMaySpeakFor(personId);
  const person = useRead(peopleRoutes.person, { path: { personId } });
  const competence = useRead(personCompetenceRoutes.personCompetence, { path: { personId } });
  const [folding, setFolding] = useState(true);
  const [judged, setJudged] = useState<{ readonly competence: string | null } | null>(null);
  const error = person.error ?? competence.error;
  if (person.data === undefined || competence.data === undefined)
    return error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={error} />;
  const { needed, history } = competence.data;
  const unsaid = needed.filter(({ self }) => self === null);
  const proven = needed.filter(({ face }) => face.state === 'met' || face.state === 'expiring');
  // What is not proven stands first. What is would push the rest off a phone.
  const folded = folding && proven.length > FEW ? proven.length : 0;
  const { name, jobTitle, unit } = person.data;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={[name, jobTitle, unit].filter((part) => part !== null).join(' · ')} />
      <ToDo
        personId={personId}
        unsaid={maySpeak ? unsaid.length : 0}
        onSay={() => setJudged({ competence: unsaid[0]?.competence ?? null })}
      />
      <WaitingClaims />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel
            title={texts.competences}
            lead={needed.length === 0 ? texts.noCompetences : texts.progress(proven.length, needed.length)}
          >
            <CompetenceLines
              label={texts.competences}
              lines={needed.slice(0, needed.length - folded)}
              onJudge={maySpeak ? (key) => setJudged({ competence: key }) : null}
              action={texts.say}
              own
            />
            {folded > 0 && (
              <Button size="compact-sm" variant="subtle" onClick={() => setFolding(false)}>
                {texts.showProven(folded)}
              </Button>
            )}
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
          <MyRoles personId={person.data.id} />
          <PersonTrainings personId={personId} />
          <Certificates personId={person.data.id} needed={needed} history={history} />
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
