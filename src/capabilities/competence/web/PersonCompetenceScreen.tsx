import { Button, Loader } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMaySpeakFor, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { HandedMenu } from '../../documents/web/HandedMenu.tsx';
import { letterMessages } from '../../documents/web/letter-messages.ts';
import { peopleRoutes, type PersonRow } from '../../people/contract.ts';
import { isOwnWord } from '../own-word.ts';
import { personCompetenceRoutes } from '../person-contract.ts';
import type { PersonCompetence } from '../person-competence.ts';
import { CompetenceLines } from './CompetenceLines.tsx';
import { EvidencePanel } from './EvidencePanel.tsx';
import { JudgementDialog } from './JudgementDialog.tsx';
import { JudgementHistory } from './JudgementHistory.tsx';
import classes from './person-competence.module.css';
import { personCompetenceMessages } from './person-messages.ts';

/** What one person must be able to do and what proves it, with every judgement and its evidence. */
export function PersonCompetenceScreen(): JSX.Element {
  const { personId = '' } = useParams({ strict: false });
  const texts = useMessages(personCompetenceMessages);
  const { slug } = useOrganization();
  const person = useRead(peopleRoutes.person, { path: { personId } });
  const read = useRead(personCompetenceRoutes.personCompetence, { path: { personId } });
  const error = person.error ?? read.error;
  if (person.data === undefined || read.data === undefined)
    return error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={error} />;
  const { name } = person.data;
  return (
    <div className={classes.page}>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/people/$personId" params={{ slug, personId }} {...props} />}>
        {texts.back(name)}
      </BackLink>
      <PersonCompetenceView person={person.data} competence={read.data} title={texts.title(name)} lead={texts.lead} />
    </div>
  );
}

interface ViewProps {
  readonly person: PersonRow;
  readonly competence: PersonCompetence;
  readonly title: string;
  readonly lead: string;
}

function PersonCompetenceView({ person, competence, title, lead }: ViewProps): JSX.Element {
  const texts = useMessages(personCompetenceMessages);
  const letter = useMessages(letterMessages);
  const mayRecord = useMayChange('competenceAssessment') && person.erasedOn === null;
  const isOneself = useMaySpeakFor(person.id);
  const [judged, setJudged] = useState<{ readonly competence: string | null; readonly own: boolean } | null>(null);
  const { needed, further, history } = competence;
  const met = needed.filter(({ face }) => face.state === 'met' || face.state === 'expiring').length;
  // Who is judged by others says of themself what they think; who judges others does not judge themself.
  const own = isOneself;
  const may = mayRecord || own;
  const judge = (key: string | null): void => setJudged({ competence: key, own });
  const action = own ? texts.judgeMe : texts.judge;
  return (
    <>
      <PageHeader title={title} lead={lead}>
        <HandedMenu
          document="competenceRecord"
          path={{ personId: person.id }}
          label={letter.recordOf(person.name)}
          asButton={letter.competenceRecord}
        />
        {may && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => judge(null)}>
            {action}
          </Button>
        )}
      </PageHeader>
      <Panel title={texts.needed} lead={needed.length > 0 ? texts.progress(met, needed.length) : texts.neededNone}>
        <CompetenceLines label={texts.needed} lines={needed} onJudge={may ? judge : null} action={action} own={own} />
      </Panel>
      {further.length > 0 && (
        <Panel title={texts.further} count={further.length}>
          <CompetenceLines label={texts.further} lines={further} onJudge={may ? judge : null} action={action} />
        </Panel>
      )}
      <Panel title={texts.history} count={history.length}>
        <JudgementHistory
          rows={history}
          personName={person.name}
          mayChange={(row) => (own ? isOwnWord(row) : mayRecord)}
        />
      </Panel>
      <EvidencePanel personId={person.id} />
      {judged !== null && (
        <JudgementDialog
          personId={person.id}
          competence={judged.competence}
          needed={needed.map(({ competence: key }) => key)}
          own={judged.own}
          onClose={() => setJudged(null)}
        />
      )}
    </>
  );
}
