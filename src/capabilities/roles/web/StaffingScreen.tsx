import { Button, Loader, Stepper, Text } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { roleRoutes, type StaffingPage } from '../contract.ts';
import { roleMessages } from './messages.ts';
import { staffingMessages } from './staffing-messages.ts';
import { StaffingDone } from './StaffingDone.tsx';
import { StaffingRoles } from './StaffingRoles.tsx';
import { StaffingTemplate } from './StaffingTemplate.tsx';

/** The informal way: template, suggestions, done. Where it stands follows from the facts, so that it can be left and resumed. */
export function StaffingScreen(): JSX.Element {
  const texts = useMessages(staffingMessages);
  const back = useMessages(roleMessages).title;
  const { slug } = useOrganization();
  const read = useRead(roleRoutes.staffing);
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}>{back}</BackLink>
      <PageHeader title={texts.title} lead={texts.lead} />
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {read.data !== undefined && (read.data.activePeople === 0 ? <PeopleFirst /> : <Steps page={read.data} />)}
    </>
  );
}

const PeopleFirst = () => {
  const texts = useMessages(staffingMessages).nobody;
  const { slug } = useOrganization();
  return (
    <EmptyState icon={<IconUsersPlus size={28} />} title={texts.title} what={texts.what} clause={texts.clause}>
      <Button renderRoot={(props) => <Link to="/o/$slug/people/import" params={{ slug }} {...props} />}>
        {texts.import}
      </Button>
    </EmptyState>
  );
};

const [TEMPLATE, PEOPLE, DONE] = [0, 1, 2];

/** The step at which somebody comes back, by what is there. */
const stepOf = ({ template, roles }: StaffingPage): number => {
  if (template.roles > 0) return TEMPLATE;
  return roles.some(({ role, holders }) => role.mandatory && holders.length === 0) ? PEOPLE : DONE;
};

const Steps = ({ page }: { readonly page: StaffingPage }) => {
  const texts = useMessages(staffingMessages);
  const mayAppoint = useMayChange('appointment');
  const [step, setStep] = useState(() => stepOf(page));
  return (
    <>
      {!mayAppoint && (
        <Text size="sm" c="dimmed" mb="sm">
          {texts.readOnly}
        </Text>
      )}
      <Stepper active={step} onStepClick={setStep} size="sm" mb="lg" allowNextStepsSelect={page.template.roles === 0}>
        <Stepper.Step label={texts.steps.template} />
        <Stepper.Step label={texts.steps.people} />
        <Stepper.Step label={texts.steps.done} />
      </Stepper>
      {step === TEMPLATE && <StaffingTemplate template={page.template} onDone={() => setStep(PEOPLE)} />}
      {step === PEOPLE && <StaffingRoles rows={page.roles} onDone={() => setStep(DONE)} />}
      {step === DONE && <StaffingDone rows={page.roles} onMore={() => setStep(PEOPLE)} />}
    </>
  );
};
