import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, type JSX } from 'react';
import { StateMark } from '../../assessment/web/StateMark.tsx';
import { RequiredBadge } from '../../../web/matrix/required-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { BenchLine } from '../bench.ts';
import { competenceMatrixRoutes } from '../matrix-contract.ts';
import { PeopleNamed } from './PeopleNamed.tsx';
import { pictureTexts } from './picture-messages.ts';
import classes from './pictures.module.css';

const none: readonly never[] = [];

const stateOf = (count: number): 'gap' | 'weak' | 'met' => (count === 0 ? 'gap' : count === 1 ? 'weak' : 'met');

/** Every competence that something requires, with who proves its highest level: the thinnest first. */
export function BenchView(): JSX.Element {
  const texts = useMessages(pictureTexts).bench;
  const read = useRead(competenceMatrixRoutes.competenceBench);
  const lines = useMemo(() => read.data ?? none, [read.data]);
  return (
    <>
      <ProblemAlert error={read.error} />
      {read.data?.length === 0 && <Text c="dimmed">{texts.none}</Text>}
      {lines.length > 0 && (
        <div className={classes.scroll}>
          <Table aria-label={texts.label} className={classes.table} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.depth}</Table.Th>
                <Table.Th>{texts.competence}</Table.Th>
                <Table.Th title={texts.levelHint}>{texts.level}</Table.Th>
                <Table.Th className={classes.number}>{texts.needed}</Table.Th>
                <Table.Th>{texts.proving}</Table.Th>
                <Table.Th>{texts.expiring}</Table.Th>
                <Table.Th>{texts.lower}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Line key={line.competence} line={line} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}

function Line({ line }: { readonly line: BenchLine }): JSX.Element {
  const texts = useMessages(pictureTexts);
  const { slug } = useOrganization();
  const state = stateOf(line.proving.count);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.depth}>
          <StateMark state={state} />
          <strong>{line.proving.count.toLocaleString('en')}</strong>
          <span className={classes.quiet}>{texts.bench.states[state]}</span>
        </span>
      </Table.Td>
      <Table.Td>
        {line.name}
        <div className={classes.quiet}>
          {line.roles.map(({ roleId, name }, index) => (
            <span key={roleId}>
              {index > 0 && ', '}
              <Anchor
                inherit
                c="dimmed"
                renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId }} {...props} />}
              >
                {name}
              </Anchor>
            </span>
          ))}
        </div>
      </Table.Td>
      <Table.Td>
        <RequiredBadge value={String(line.level)} approved />
      </Table.Td>
      <Table.Td className={classes.number}>{line.needed.toLocaleString('en')}</Table.Td>
      <Table.Td>
        <PeopleNamed people={line.proving} none={texts.nobody} />
      </Table.Td>
      <Table.Td>
        <PeopleNamed people={line.expiring} />
      </Table.Td>
      <Table.Td>
        <PeopleNamed people={line.lower} />
      </Table.Td>
    </Table.Tr>
  );
}
