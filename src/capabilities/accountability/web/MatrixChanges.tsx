import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { isPlainDate } from '../../../kernel/date.ts';
import { addressSearch, oneOf, useAddressFilters } from '../../../web/address.ts';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import { rasciKind, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import classes from './accountability.module.css';
import { daysBefore } from './cell-turns.ts';
import { useChangesView } from './changes-view.ts';
import { RowFilters } from './RowFilters.tsx';
import { TurnList } from './TurnList.tsx';
import { viewMessages } from './view-messages.ts';

/** Days back; null for all that the trail holds. */
const spans = { week: 7, month: 30, quarter: 91, year: 365, ever: null } as const;
type Span = keyof typeof spans;
const spanNames: readonly Span[] = ['week', 'month', 'quarter', 'year', 'ever'];
const rowShows = ['changed', 'all'] as const;

/** The matrix with every cell marked that is not as it was on a day, and the same as a list with who and when. */
export function MatrixChanges(): JSX.Element {
  const texts = useMessages(viewMessages).changes;
  const words = useMessages(rasciMessages);
  const kind = useMemo(() => rasciKind(words), [words]);
  const [address, setFilter] = useAddressFilters();
  const { since: asked = '' } = addressSearch(address);
  const day = today();
  const ever = asked === 'ever';
  const since = isPlainDate(asked) ? asked : daysBefore(day, spans.month);
  const rowShow = oneOf(rowShows, address['rows']) ?? 'changed';
  const view = useChangesView(ever ? undefined : since, rowShow === 'changed');
  const shown = new Set<string>(view.rows.map((row) => row.id));
  const span = ever ? 'ever' : spanNames.find((name) => spans[name] !== null && daysBefore(day, spans[name]) === since);
  return (
    <>
      <ProblemAlert error={view.error} />
      <div className={classes.toolbar} data-screen-only>
        <Group gap="xs">
          <SegmentedControl
            aria-label={texts.span}
            data={spanNames.map((value) => ({ value, label: texts.spans[value] }))}
            value={span ?? ''}
            onChange={(value) => {
              const days = spans[oneOf(spanNames, value) ?? 'month'];
              setFilter({ since: days === null ? 'ever' : daysBefore(day, days) });
            }}
          />
          <TextInput
            type="date"
            w={150}
            aria-label={texts.since}
            max={day}
            value={ever ? '' : since}
            onChange={(event) => setFilter({ since: event.currentTarget.value || undefined })}
          />
          <SegmentedControl
            aria-label={texts.rows}
            data={rowShows.map((value) => ({ value, label: texts.rowShows[value] }))}
            value={rowShow}
            onChange={(value) => setFilter({ rows: value === 'changed' ? undefined : value })}
          />
          <RowFilters />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {texts.count(view.turns.length)}
        </Text>
      </div>
      {!view.isLoading && view.turns.length === 0 ? (
        <div className={classes.nothing}>
          <Text fw={600}>{texts.nothing}</Text>
          <Text size="sm" c="dimmed">
            {texts.nothingHint}
          </Text>
        </div>
      ) : (
        <>
          <div className={classes.matrix}>
            <Matrix
              label={texts.label}
              rows={view.rows}
              columns={view.columns}
              groups={view.groups}
              cells={view.cells}
              kind={kind}
              marks={view.marks}
              readOnly
              loading={view.isLoading}
              memory="accountability-changes"
            />
          </div>
          <TurnList turns={view.turns.filter((turn) => shown.has(turn.requirementId))} />
        </>
      )}
    </>
  );
}
