import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { competenceFrameworkRoutes } from '../../competence/framework-contract.ts';
import { roleState } from '../../competence/requirement-approval.ts';
import { RequiredState } from '../../competence/web/RequiredState.tsx';
import { competenceLevels } from '../../../domain/competence.ts';
import { findRoleTemplate } from '../../../domain/role-template.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { RoleRow } from '../contract.ts';
import { roleMessages } from './messages.ts';
import { RoleRules } from './RoleRules.tsx';
import classes from './roles.module.css';

interface RoleDescriptionProps {
  readonly role: RoleRow;
  readonly roles: readonly RoleRow[];
}

/** What a role asks of whoever holds it, beside its responsibilities. */
export const RoleDescription = ({ role, roles }: RoleDescriptionProps): JSX.Element => (
  <>
    <Conflicts role={role} roles={roles} />
    <Competences role={role} />
    <Facts role={role} roles={roles} />
  </>
);

export const Responsibilities = ({ role }: { readonly role: RoleRow }): JSX.Element => {
  const texts = useMessages(roleMessages).role;
  return (
    <Panel title={texts.responsibilities}>
      {role.responsibilities.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noResponsibilities}
        </Text>
      )}
      <ul className={classes.list}>
        {role.responsibilities.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Panel>
  );
};

const Competences = ({ role }: { readonly role: RoleRow }) => {
  const texts = useMessages(roleMessages).role;
  const { slug } = useOrganization();
  const { data: competences = [] } = useRead(competenceFrameworkRoutes.competences);
  const known = new Map(competences.map((one) => [one.key, one]));
  const levelName = (level: number): string =>
    texts.level(level, competenceLevels.find((step) => step.level === level)?.name ?? '');
  return (
    <Panel
      title={texts.competences}
      {...(role.competences.length === 0 ? {} : { lead: texts.competencesLead })}
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/o/$slug/competence/required" params={{ slug }} {...props} />}
        >
          {texts.toRequired}
        </Anchor>
      }
    >
      <Group mb={6}>
        <RequiredState state={roleState(role)} />
      </Group>
      {role.competences.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noCompetences}
        </Text>
      )}
      <ul className={classes.plain}>
        {role.competences.map((one) => {
          const competence = known.get(one.competence);
          return (
            <li key={one.competence} className={classes.competence} title={competence?.description}>
              <span>
                {competence?.name ?? one.competence}
                {!one.required && (
                  <Badge size="xs" variant="default" ml={6}>
                    {texts.desirable}
                  </Badge>
                )}
              </span>
              <span className={classes.level}>{levelName(one.level)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};

const Conflicts = ({ role, roles }: RoleDescriptionProps) => (
  <Panel title={useMessages(roleMessages).role.conflicts}>
    <RoleRules role={role} roles={roles} />
  </Panel>
);

const Facts = ({ role, roles }: RoleDescriptionProps) => {
  const texts = useMessages(roleMessages).role;
  const fallback =
    roles.find((one) => one.key === role.fallbackKey)?.name ?? findRoleTemplate(role.fallbackKey ?? '')?.name;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [texts.external, texts.externals[role.external]],
    ...(role.minimumHolders === 0 ? [] : [[texts.minimum, texts.minimumOf(role.minimumHolders)] as const]),
    [texts.deputy, role.needsDeputy ? texts.deputies.yes : texts.deputies.no],
    ...(fallback === undefined ? [] : [[texts.fallback, fallback] as const]),
    ...(role.aliases.length === 0 ? [] : [[texts.aliases, role.aliases.join(', ')] as const]),
    [texts.key, role.key],
  ];
  return (
    <Panel title={texts.facts}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};
