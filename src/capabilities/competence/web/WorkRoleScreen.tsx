import { Button, Loader, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import { competenceKinds } from '../model.ts';
import { FillRoleDialog } from './FillRoleDialog.tsx';
import classes from './framework.module.css';
import { workRoleMessages } from './work-role-messages.ts';

/** One work role of a published framework, and the way to fill a role from it. */
export function WorkRoleScreen(): JSX.Element {
  const { workRoleId = '' } = useParams({ strict: false });
  const texts = useMessages(workRoleMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('role');
  const read = useRead(competenceFrameworkRoutes.workRole, { path: { workRoleId } });
  const [filling, setFilling] = useState(false);
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  const { workRole, framework, competences } = read.data;
  const { title, key, group, alternativeTitles, mission, tasks, deliverables } = workRole;
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/competence/work-roles" params={{ slug }} {...props} />}>
        {texts.back}
      </BackLink>
      <PageHeader
        title={title}
        lead={[
          framework.name,
          group,
          key,
          alternativeTitles.length === 0 ? null : texts.also(alternativeTitles.join(', ')),
        ]
          .filter((text) => text !== null)
          .join(' · ')}
      >
        {mayChange && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setFilling(true)}>
            {texts.fill}
          </Button>
        )}
      </PageHeader>
      <div className={classes.columns}>
        <div className={classes.side}>
          {mission !== '' && (
            <Panel title={texts.mission}>
              <Text size="sm">{mission}</Text>
            </Panel>
          )}
          {competenceKinds
            .filter((kind) => competences.some((one) => one.kind === kind))
            .map((kind) => {
              const list = competences.filter((one) => one.kind === kind);
              return (
                <Panel key={kind} title={texts.kinds[kind]} count={list.length}>
                  <ul className={classes.list}>
                    {list.map(({ competence, name, level }) => (
                      <li key={competence}>
                        {name} {level !== null && <span className={classes.dim}>{texts.level(level)}</span>}
                      </li>
                    ))}
                  </ul>
                </Panel>
              );
            })}
          <Lines title={texts.tasks} lines={tasks} />
          <Lines title={texts.deliverables} lines={deliverables} />
        </div>
        <div className={classes.side}>
          <Panel title={texts.about}>
            <p className={classes.licence}>
              {framework.licence} {framework.source}
            </p>
          </Panel>
        </div>
      </div>
      {filling && <FillRoleDialog page={read.data} onClose={() => setFilling(false)} />}
    </>
  );
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <Panel title={title} count={lines.length}>
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
