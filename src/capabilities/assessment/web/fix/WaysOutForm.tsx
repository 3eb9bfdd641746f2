import { Anchor, Select, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { LoadingPage } from '../../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../../web/message.ts';
import { useRead } from '../../../../web/organization-data.ts';
import { useOrganization } from '../../../../web/organization.ts';
import { ProblemAlert } from '../../../../web/ProblemAlert.tsx';
import type { PersonWay } from '../../../competence/way-out.ts';
import { assessmentRoutes } from '../../contract.ts';
import type { FixFormProps } from './FixFrame.tsx';
import { OtherPeople } from './OtherPeople.tsx';
import { TakeOverForm } from './TakeOverForm.tsx';
import { TrainWays } from './TrainWays.tsx';
import { wayOutMessages } from './way-out-messages.ts';

/** Train, appoint, bring in: the ways out of what somebody lacks, compared by what each would close and create. */
export function WaysOutForm({ fix, onDone }: FixFormProps<'ways-out'>): JSX.Element {
  const text = useMessages(wayOutMessages);
  const { slug } = useOrganization();
  const [competence, setCompetence] = useState<string>(fix.competences[0]?.competence ?? '');
  const [taking, setTaking] = useState<PersonWay | null>(null);
  const read = useRead(assessmentRoutes.waysOut, {
    path: { personId: fix.personId },
    query: { competence, ...(fix.roleId === null ? {} : { roleId: fix.roleId }) },
  });
  const found = read.data;
  return (
    <Stack gap="sm">
      {fix.competences.length > 1 && (
        <Select
          label={text.competence}
          data={fix.competences.map((one) => ({ value: one.competence, label: one.name }))}
          value={competence}
          allowDeselect={false}
          onChange={(value) => {
            setCompetence(value ?? competence);
            setTaking(null);
          }}
        />
      )}
      <ProblemAlert error={read.error} />
      {read.isLoading && <LoadingPage />}
      {found !== undefined && taking !== null && (
        <TakeOverForm ways={found} way={taking} onBack={() => setTaking(null)} onDone={onDone} />
      )}
      {found !== undefined && taking === null && (
        <>
          <Text size="sm">
            {text.lead(found.person.name, found.name, found.level, found.proven)}{' '}
            <Anchor
              size="sm"
              underline="always"
              title={text.judgeHint}
              renderRoot={(props) => (
                <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId: fix.personId }} {...props} />
              )}
            >
              {text.judge}
            </Anchor>
          </Text>
          <TrainWays ways={found} onDone={onDone} />
          <OtherPeople ways={found} noRole={text.noRole} onTake={setTaking} />
        </>
      )}
    </Stack>
  );
}
