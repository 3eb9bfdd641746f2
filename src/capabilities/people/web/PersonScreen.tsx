import { Badge, Button, Group, Loader } from '@mantine/core';
import { IconArrowsExchange, IconDoorEnter, IconDoorExit, IconPencil } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { GapList } from '../../assessment/web/GapList.tsx';
import { personCompetenceMessages } from '../../competence/web/person-messages.ts';
import { EvidencePanel } from '../../competence/web/EvidencePanel.tsx';
import { HandedMenu } from '../../documents/web/HandedMenu.tsx';
import { letterMessages } from '../../documents/web/letter-messages.ts';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayReadTrail, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { PersonTrainings } from '../../training/web/PersonTrainings.tsx';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { EngageAgainDialog } from './EngageAgainDialog.tsx';
import { engagementMessages } from './engagement-messages.ts';
import { EngagementBadge } from './EngagementBadge.tsx';
import { peopleMessages } from './messages.ts';
import classes from './person.module.css';
import { PersonAbsences } from './PersonAbsences.tsx';
import { PersonAppointments } from './PersonAppointments.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import { PersonLetters } from './PersonLetters.tsx';
import { PersonPersonalData } from './PersonPersonalData.tsx';
import { PersonTerms } from './PersonTerms.tsx';

/** One person: facts, roles with their history, letters, gaps, and what was changed. */
export function PersonScreen(): JSX.Element {
  const { personId = '' } = useParams({ strict: false });
  return <PersonPage key={personId} personId={personId} />;
}

const PersonPage = ({ personId }: { readonly personId: string }): JSX.Element => {
  const texts = useMessages(peopleMessages).person;
  const read = useRead(peopleRoutes.person, { path: { personId } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <PersonDetails person={read.data} />;
};

const PersonDetails = ({ person }: { readonly person: PersonRow }): JSX.Element => {
  const all = useMessages(peopleMessages);
  const texts = all.person;
  const letter = useMessages(letterMessages);
  const competence = useMessages(personCompetenceMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('person') && person.erasedOn === null;
  const mayReadTrail = useMayReadTrail();
  const engagement = useMessages(engagementMessages);
  const [editing, setEditing] = useState(false);
  const [engaging, setEngaging] = useState(false);
  const assessment = useRead(assessmentRoutes.assessment);
  const gaps = (assessment.data?.gaps ?? []).filter(
    (gap) =>
      (gap.subject.kind === 'person' && gap.subject.id === person.id) ||
      gap.facts.some((fact) => fact.id === person.id),
  );
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>
        {texts.back}
      </BackLink>
      <PageHeader
        title={person.name}
        lead={
          <Group gap="xs">
            {[person.jobTitle, person.unit].filter((text) => text !== null).join(' · ')}
            {person.kind === 'external' && <Badge color="gray">{all.kinds.external}</Badge>}
            <EngagementBadge state={person.state} awayUntil={person.awayUntil} size="sm" />
          </Group>
        }
      >
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId: person.id }} {...props} />
          )}
        >
          {competence.short}
        </Button>
        <HandedMenu
          document="personProfile"
          path={{ personId: person.id }}
          label={letter.ofPerson(person.name)}
          asButton={letter.duties}
        />
        <HandedMenu
          document="competenceRecord"
          path={{ personId: person.id }}
          label={letter.recordOf(person.name)}
          asButton={letter.competenceRecord}
        />
        {mayChange && (
          <>
            {person.to !== null && person.state !== 'future' && (
              <Button
                variant="default"
                leftSection={<IconDoorEnter size={16} aria-hidden />}
                onClick={() => setEngaging(true)}
              >
                {engagement.again.button}
              </Button>
            )}
            {person.state === 'active' && (
              <Button
                variant="default"
                leftSection={<IconArrowsExchange size={16} aria-hidden />}
                renderRoot={(props) => (
                  <Link to="/o/$slug/people/$personId/move" params={{ slug, personId: person.id }} {...props} />
                )}
              >
                {engagement.move}
              </Button>
            )}
            {person.state !== 'ended' && (
              <Button
                variant="default"
                leftSection={<IconDoorExit size={16} aria-hidden />}
                renderRoot={(props) => (
                  <Link to="/o/$slug/people/$personId/leave" params={{ slug, personId: person.id }} {...props} />
                )}
              >
                {texts.end}
              </Button>
            )}
            <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {texts.edit}
            </Button>
          </>
        )}
      </PageHeader>
      <div className={classes.columns}>
        <div className={classes.main}>
          <Panel id="gaps" title={texts.gaps} count={gaps.length}>
            <ProblemAlert error={assessment.error} />
            {assessment.data !== undefined && (
              <GapList gaps={gaps} label={texts.gaps} hideSubject={gaps.every((gap) => gap.subject.id === person.id)} />
            )}
          </Panel>
          <PersonAppointments person={person} />
          <PersonLetters person={person} />
          <PersonTrainings personId={person.id} />
          {person.erasedOn === null && <EvidencePanel personId={person.id} />}
        </div>
        <div className={classes.side}>
          <PersonFacts person={person} />
          {person.erasedOn === null && (
            <>
              <PersonTerms person={person} />
              <PersonAbsences person={person} />
            </>
          )}
          {mayReadTrail && <PersonHistory personId={person.id} />}
          <PersonPersonalData person={person} />
        </div>
      </div>
      {engaging && <EngageAgainDialog person={person} onClose={() => setEngaging(false)} />}
      {editing && <PersonDrawer person={person} onClose={() => setEditing(false)} />}
    </>
  );
};
