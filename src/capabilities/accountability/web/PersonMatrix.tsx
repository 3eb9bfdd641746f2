import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { applicabilityRoutes } from '../../applicability/contract.ts';
import { letters } from '../../../domain/requirement.ts';
import { addressSearch, oneOf, useAddressFilters } from '../../../web/address.ts';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import { rasciKind, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { accountabilityRoutes } from '../contract.ts';
import { letterWays } from '../person-letters.ts';
import classes from './accountability.module.css';
import { loadTotal, peopleTotal } from './matrix-lint.ts';
import { matrixGroups, matrixRows } from './matrix-rows.ts';
import { accountabilityMessages } from './messages.ts';
import { peopleShown } from './person-columns.ts';
import { RowFilters, SearchField } from './RowFilters.tsx';
import { viewMessages } from './view-messages.ts';

const none: readonly never[] = [];
const most = 300;

/** Requirements by people: the letters that come to each person, whichever way, with the way in words. */
export function PersonMatrix(): JSX.Element {
  const { notApplicable, chapterName } = useMessages(accountabilityMessages);
  const texts = useMessages(viewMessages).person;
  const any = useMessages(viewMessages).role;
  const words = useMessages(rasciMessages);
  const kind = useMemo(() => rasciKind(words), [words]);
  const [address, setFilter] = useAddressFilters();
  const { search = '', chapter, who, unit } = addressSearch(address);
  const way = oneOf(letterWays, address['way']);
  const letter = oneOf(letters, address['letter']);
  const query = { limit: most, search: who, unit, way, letter };
  const read = useRead(accountabilityRoutes.peopleLetters, { query });
  const applicability = useRead(applicabilityRoutes.applicability);
  const rows = useMemo(
    () => matrixRows(applicability.data ?? none, { search, chapter, only: undefined }, notApplicable),
    [applicability.data, search, chapter, notApplicable],
  );
  const groups = useMemo(() => matrixGroups(rows, chapterName), [rows, chapterName]);
  const shown = useMemo(() => peopleShown(read.data, texts), [read.data, texts]);
  const totals = useMemo(
    () => ({
      row: peopleTotal(texts.accountable, texts.nobodyAnswers, shown.accountable),
      column: loadTotal(texts.load, texts.loadReason),
    }),
    [texts, shown.accountable],
  );
  const total = read.data?.total ?? 0;
  const inView = read.data?.rows.length ?? 0;
  return (
    <>
      <ProblemAlert error={read.error ?? applicability.error} />
      <div className={classes.toolbar} data-screen-only>
        <Group gap="xs">
          <SearchField name="who" label={texts.who} />
          <Select
            w={160}
            clearable
            searchable
            aria-label={texts.unit}
            placeholder={texts.anyUnit}
            data={[...(read.data?.units ?? none)]}
            value={unit ?? null}
            onChange={(value) => setFilter({ unit: value ?? undefined })}
          />
          <SegmentedControl
            aria-label={texts.way}
            data={(['all', ...letterWays] as const).map((value) => ({ value, label: texts.ways[value] }))}
            value={way ?? 'all'}
            onChange={(value) => setFilter({ way: value === 'all' ? undefined : value })}
          />
          <Select
            w={140}
            clearable
            aria-label={any.letter}
            placeholder={any.anyLetter}
            data={letters.map((value) => ({ value, label: words[value][0] }))}
            value={letter ?? null}
            onChange={(value) => setFilter({ letter: value ?? undefined })}
          />
          <RowFilters />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {texts.shown(inView, total)}
          {total > inView && ` · ${texts.more(total - inView)}`}
        </Text>
      </div>
      <div className={classes.matrix}>
        <Matrix
          label={texts.label}
          rows={rows}
          columns={shown.columns}
          groups={groups}
          cells={shown.cells}
          kind={kind}
          marks={shown.marks}
          rowTotal={totals.row}
          columnTotal={totals.column}
          explain={shown.explain}
          readOnly
          loading={read.isLoading || applicability.isLoading}
          memory="accountability-people"
        />
      </div>
    </>
  );
}
