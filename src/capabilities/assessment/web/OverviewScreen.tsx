import { Button, Group, Select, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { assessmentRoutes } from '../contract.ts';
import { aspectNames, severities } from '../model.ts';
import { CoverageLegend } from './CoverageLegend.tsx';
import { CoverageMap } from './CoverageMap.tsx';
import { FirstGaps } from './FirstGaps.tsx';
import { messages } from './messages.ts';
import { NobodyYet } from './NobodyYet.tsx';
import classes from './overview.module.css';
import { SeverityCounts, StateBar } from './Totals.tsx';

/** The coverage map, how much is covered, and the first gaps with their fixes. */
export function OverviewScreen(): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const [filters, setFilters] = useAddressFilters();
  const aspect = oneOf(aspectNames, filters['aspect']);
  const severity = oneOf(severities, filters['severity']);
  const assessment = useRead(assessmentRoutes.assessment);
  if (assessment.isError) return <ErrorPage error={assessment.error} reset={() => void assessment.refetch()} />;
  if (assessment.data === undefined) return <LoadingPage />;
  const { totals, gaps, on } = assessment.data;
  return (
    <>
      <PageHeader
        title={text.overview.title}
        lead={`${text.overview.lead(totals.applicable, totals.activePeople)} ${text.overview.on(format.date(on))}.`}
      >
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {text.overview.print}
        </Button>
      </PageHeader>
      {totals.activePeople === 0 && <NobodyYet />}
      <div className={classes.figures}>
        <StateBar totals={totals} />
        <SeverityCounts totals={totals} />
      </div>
      <div className={classes.columns}>
        <section aria-labelledby="map" className={classes.mapColumn}>
          <div className={classes.sectionHead}>
            <Title order={2} id="map">
              {text.overview.map}
            </Title>
            <Group gap="xs" data-screen-only>
              <Select
                aria-label={text.overview.filterAspect}
                size="xs"
                w={164}
                data={aspectNames.map((value) => ({ value, label: text.aspect[value] }))}
                placeholder={text.overview.weakest}
                clearable
                value={aspect ?? null}
                onChange={(value) => setFilters({ aspect: value ?? undefined })}
              />
              <Select
                aria-label={text.overview.filterSeverity}
                size="xs"
                w={140}
                data={severities.map((value) => ({ value, label: text.severity[value] }))}
                placeholder={text.overview.anySeverity}
                clearable
                value={severity ?? null}
                onChange={(value) => setFilters({ severity: value ?? undefined })}
              />
            </Group>
          </div>
          <CoverageMap assessment={assessment.data} aspect={aspect} severity={severity} />
          <CoverageLegend />
        </section>
        <section aria-labelledby="first-gaps" className={classes.gapColumn}>
          <div className={classes.sectionHead}>
            <Title order={2} id="first-gaps">
              {text.overview.firstGaps}
            </Title>
          </div>
          <FirstGaps gaps={gaps} />
        </section>
      </div>
    </>
  );
}
