import { Checkbox, Group, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { NameMapping } from '../../accountability/web/NameMapping.tsx';
import { competenceFrameworkRoutes } from '../../competence/framework-contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { measureRoutes } from '../../training/measure-contract.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { CompetenceImportReport } from '../contract.ts';
import { competenceIntakeMessages } from './messages.ts';
import { PeopleMapping } from './PeopleMapping.tsx';
import { ScaleMapping } from './ScaleMapping.tsx';
import classes from './skills-import.module.css';
import type { SkillsImport } from './skills-import.ts';

interface SkillsChoicesProps {
  readonly intake: SkillsImport;
  readonly report: CompetenceImportReport;
}

/** How a file was read, and what can be decided of it before it is taken. */
export function SkillsChoices({ intake, report }: SkillsChoicesProps): JSX.Element {
  const texts = useMessages(competenceIntakeMessages);
  const roles = useRead(roleRoutes.roles, {}, { enabled: report.roles.length > 0 });
  const competences = useRead(competenceFrameworkRoutes.competences, {}, { enabled: report.competences.length > 0 });
  const measures = useRead(measureRoutes.measures, {}, { enabled: report.measures.length > 0 });
  const readOnly = intake.isPending;
  const { choices } = intake;
  const targets = (fresh: string, known: readonly { readonly value: string; readonly label: string }[]) => [
    { value: 'new', label: fresh },
    { value: 'ignore', label: texts.ignore },
    ...known,
  ];
  return (
    <>
      <Panel title={texts.tables} count={report.tables.length}>
        <ul className={classes.tables}>
          {report.tables.map(({ layout, sheet, heading, headerRow, rows }) => (
            <li key={`${sheet ?? ''} ${headerRow}`}>
              <Text size="sm">{texts.layouts[layout]}</Text>
              <Text size="sm" c="dimmed">
                {texts.tableOf(sheet, heading, headerRow)}, {texts.rows(rows)}
              </Text>
            </li>
          ))}
        </ul>
        <Group gap="lg" mt="sm" align="flex-end">
          <TextInput
            type="date"
            label={texts.on}
            description={texts.onLead}
            value={choices.on}
            readOnly={readOnly}
            onChange={(event) => intake.set({ on: event.currentTarget.value })}
          />
          {report.competences.length > 0 && (
            <Checkbox
              label={texts.newCompetences}
              checked={choices.newCompetences}
              disabled={readOnly}
              onChange={(event) => intake.set({ newCompetences: event.currentTarget.checked })}
            />
          )}
        </Group>
      </Panel>
      <div className={classes.mappings}>
        {report.scale.length > 0 && (
          <ScaleMapping report={report} readOnly={readOnly} onChoose={intake.level} onForgotten={intake.again} />
        )}
        <PeopleMapping people={report.people} onChoose={(decided) => intake.name('people', decided)} />
        {report.competences.length > 0 && (
          <NameMapping
            title={texts.competencesTitle}
            lead={texts.competencesLead}
            names={report.competences}
            targets={targets(
              texts.newCompetence,
              (competences.data ?? []).map(({ key, name }) => ({ value: key, label: name })),
            )}
            readOnly={readOnly}
            onChoose={(decided) => intake.name('competences', decided)}
          />
        )}
        {report.roles.length > 0 && (
          <NameMapping
            title={texts.rolesTitle}
            lead={texts.rolesLead}
            names={report.roles}
            targets={targets(
              texts.newRole,
              (roles.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            )}
            readOnly={readOnly}
            onChoose={(decided) => intake.name('roles', decided)}
          />
        )}
        {report.measures.length > 0 && (
          <NameMapping
            title={texts.measuresTitle}
            lead={texts.measuresLead}
            names={report.measures}
            targets={targets(
              texts.newMeasure,
              (measures.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            )}
            readOnly={readOnly}
            onChoose={(decided) => intake.name('measures', decided)}
          />
        )}
      </div>
    </>
  );
}
