import { Anchor, Loader, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { competenceMatrixRoutes } from '../matrix-contract.ts';
import type { CompetenceState } from '../standing.ts';
import { pictureTexts } from './picture-messages.ts';
import classes from './pictures.module.css';

/** The gravest last: it stands at the foot of a bar. */
const open: readonly CompetenceState[] = ['missing', 'below', 'expired', 'no-evidence'];
const shown: readonly CompetenceState[] = [...open, 'expiring', 'met'];

// Charts weigh more than all else of the page: they come when somebody looks at one.
const TrendChart = lazy(() => import('./TrendChart.tsx'));

/** How many required levels were not proven, at the end of each of the last months: as a picture, and as figures. */
export function TrendView(): JSX.Element {
  const texts = useMessages(pictureTexts).trend;
  const format = useFormat();
  const { slug } = useOrganization();
  const read = useRead(competenceMatrixRoutes.competenceTrend);
  const points = read.data ?? [];
  const nothing = read.data?.every(({ needed }) => needed === 0) === true;
  return (
    <>
      <ProblemAlert error={read.error} />
      {nothing && <Text c="dimmed">{texts.none}</Text>}
      {points.length > 0 && !nothing && (
        <div className={classes.trend}>
          <div className={classes.chart} role="img" aria-label={texts.chart}>
            <Suspense fallback={<Loader size="sm" />}>
              <TrendChart
                data={points.map(({ on, counts }) => ({ day: format.date(on), ...counts }))}
                series={open.map((state) => ({ state, label: texts.states[state] }))}
              />
            </Suspense>
          </div>
          <div className={classes.figures}>
            <Table aria-label={texts.label} className={classes.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{texts.day}</Table.Th>
                  <Table.Th className={classes.number}>{texts.needed}</Table.Th>
                  <Table.Th className={classes.number}>{texts.open}</Table.Th>
                  {shown.map((state) => (
                    <Table.Th key={state} className={classes.number}>
                      {texts.states[state]}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {points.toReversed().map(({ on, needed, counts }) => (
                  <Table.Tr key={on}>
                    <Table.Td>
                      <Anchor
                        inherit
                        renderRoot={(props) => (
                          <Link to="/o/$slug/competence" params={{ slug }} search={{ on, gap: 'any' }} {...props} />
                        )}
                      >
                        {format.date(on)}
                      </Anchor>
                    </Table.Td>
                    <Table.Td className={classes.number}>{format.number(needed)}</Table.Td>
                    <Table.Td className={classes.number}>
                      {format.number(open.reduce((sum, state) => sum + counts[state], 0))}
                    </Table.Td>
                    {shown.map((state) => (
                      <Table.Td key={state} className={classes.number}>
                        {format.number(counts[state])}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
          <p className={classes.how}>{texts.note}</p>
        </div>
      )}
    </>
  );
}
