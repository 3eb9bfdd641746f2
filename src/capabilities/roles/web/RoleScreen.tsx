import { Anchor, Badge, Button, Group, Loader, Text } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { accountabilityRoutes } from '../../accountability/contract.ts';
import { lettersOf } from '../../accountability/web/letter-summary.ts';
import { LetterGroups } from '../../accountability/web/LetterGroups.tsx';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { RoleWaysOutDialog } from '../../assessment/web/fix/RoleWaysOutDialog.tsx';
import { GapList } from '../../assessment/web/GapList.tsx';
import { HandedMenu } from '../../documents/web/HandedMenu.tsx';
import { letterMessages } from '../../documents/web/letter-messages.ts';
import { holdingOf } from '../../../domain/role-template.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { roleRoutes, type RoleRow } from '../contract.ts';
import { AppointDialog } from './AppointDialog.tsx';
import { Appointments } from './Appointments.tsx';
import { roleMessages } from './messages.ts';
import { RoleDrawer } from './RoleDrawer.tsx';
import { Responsibilities, RoleDescription } from './RoleDescription.tsx';
import classes from './roles.module.css';

/** One role: who holds it and held it, its gaps and letters, and what it asks of its holder. */
export function RoleScreen(): JSX.Element {
  const { roleId = '' } = useParams({ strict: false });
  const texts = useMessages(roleMessages).role;
  const read = useRead(roleRoutes.roles);
  const role = read.data?.find((one) => one.id === roleId);
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  if (role === undefined) return <PageHeader title={texts.gone} />;
  return <RolePage key={roleId} role={role} roles={read.data} />;
}

interface RolePageProps {
  readonly role: RoleRow;
  readonly roles: readonly RoleRow[];
}

const RolePage = ({ role, roles }: RolePageProps): JSX.Element => {
  const texts = useMessages(roleMessages).role;
  const letter = useMessages(letterMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('role');
  const holding = holdingOf(role.key);
  const mayAppoint = useMayChange('appointment') && holding !== 'everyone';
  const [open, setOpen] = useState<'edit' | 'holder' | 'deputy' | 'ways-out' | null>(null);
  const close = (): void => setOpen(null);
  const matrix = useRead(accountabilityRoutes.matrix);
  const assessment = useRead(assessmentRoutes.assessment);
  const gaps = (assessment.data?.gaps ?? []).filter(
    (gap) => gap.subject.id === role.id || gap.subject.id === role.key || gap.facts.some((fact) => fact.id === role.id),
  );
  // Nobody has it, or of those who have it somebody cannot prove what it takes.
  const isShort =
    role.competences.some(({ required, level }) => required && level > 0) &&
    (role.holders.length === 0 ||
      gaps.some(({ rule, fix }) => rule.startsWith('competence.') && fix?.kind === 'ways-out'));
  const letters = lettersOf(matrix.data ?? [], new Map([[role.id, role.name]]), null);
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}>
        {texts.back}
      </BackLink>
      <PageHeader
        title={role.name}
        lead={
          <Group gap="xs">
            {role.mandatory && <Badge>{texts.mandatory}</Badge>}
            {texts.holdings[holdingOf(role.key, role.minimumHolders)]}
          </Group>
        }
      >
        <HandedMenu
          document="roleProfile"
          path={{ roleId: role.id }}
          label={letter.ofRole(role.name)}
          asButton={letter.profile}
        />
        {mayChange && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}>
            {texts.edit}
          </Button>
        )}
        {mayAppoint && (
          <>
            <Button variant="default" onClick={() => setOpen('deputy')}>
              {texts.appointDeputy}
            </Button>
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen('holder')}>
              {texts.appoint}
            </Button>
          </>
        )}
      </PageHeader>
      <div className={classes.columns}>
        <div className={classes.main}>
          <Appointments role={role} />
          <Panel
            id="gaps"
            title={texts.gaps}
            count={gaps.length}
            actions={
              holding !== 'everyone' &&
              isShort && (
                <Button size="compact-sm" variant="default" aria-haspopup="dialog" onClick={() => setOpen('ways-out')}>
                  {texts.waysOut}
                </Button>
              )
            }
          >
            <ProblemAlert error={assessment.error} />
            {assessment.data !== undefined && (
              <GapList gaps={gaps} label={texts.gaps} hideSubject={gaps.every((gap) => gap.subject.id === role.id)} />
            )}
          </Panel>
          <Responsibilities role={role} />
          <Panel
            title={texts.letters}
            actions={
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/o/$slug/accountability" params={{ slug }} {...props} />}
              >
                {texts.toMatrix}
              </Anchor>
            }
          >
            {matrix.data !== undefined && letters.length === 0 && (
              <Text size="sm" c="dimmed">
                {texts.noLetters}
              </Text>
            )}
            <LetterGroups groups={letters} />
          </Panel>
        </div>
        <div className={classes.side}>
          <RoleDescription role={role} roles={roles} />
        </div>
      </div>
      {open === 'ways-out' && (
        <RoleWaysOutDialog name={role.name} roleId={role.id} requirementId={null} onClose={close} />
      )}
      {open === 'edit' && <RoleDrawer role={role} onClose={close} />}
      {(open === 'holder' || open === 'deputy') && <AppointDialog role={role} capacity={open} onClose={close} />}
    </>
  );
};
