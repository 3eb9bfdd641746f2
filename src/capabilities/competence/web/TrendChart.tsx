import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { JSX } from 'react';
import type { CompetenceState } from '../standing.ts';

interface TrendChartProps {
  /** A bar each: its day, and how many there are of each state. */
  readonly data: readonly ({ readonly day: string } & Readonly<Record<CompetenceState, number>>)[];
  readonly series: readonly { readonly state: CompetenceState; readonly label: string }[];
}

const colours: Readonly<Record<CompetenceState, string>> = {
  missing: 'red.7',
  below: 'orange.6',
  expired: 'grape.6',
  'no-evidence': 'gray.6',
  expiring: 'yellow.6',
  met: 'teal.6',
};

/** Bars by month. The figures stand in a table beside: the picture says nothing that they do not. */
export default function TrendChart({ data, series }: TrendChartProps): JSX.Element {
  return (
    <BarChart
      h={260}
      data={data.map((point) => ({ ...point }))}
      dataKey="day"
      type="stacked"
      withLegend
      legendProps={{ verticalAlign: 'top', height: 32 }}
      tooltipAnimationDuration={0}
      barProps={{ isAnimationActive: false }}
      series={series.map(({ state, label }) => ({ name: state, label, color: colours[state] }))}
    />
  );
}
