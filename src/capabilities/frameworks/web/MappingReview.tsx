import { Button, Checkbox, Group, Loader, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import type { RequirementId } from '../../../domain/requirement.ts';
import type { FrameworkId } from '../../../kernel/id.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { frameworkRoutes, type FrameworkEntry } from '../contract.ts';
import type { MappingSuggestion } from '../mapping-suggestion.ts';
import { saysReference } from './entry-tree.ts';
import classes from './frameworks.module.css';
import { frameworkMessages } from './messages.ts';

/** From here a name alone is worth being chosen for the reader, who confirms. */
const SURE = 0.75;

const keyOf = (pair: MappingSuggestion): string => `${pair.requirementId} ${pair.mappedTo}`;

interface MappingReviewProps {
  readonly frameworkId: FrameworkId;
  readonly entries: readonly FrameworkEntry[];
}

/** Suggested pairs, to be confirmed in bulk. */
export function MappingReview({ frameworkId, entries }: MappingReviewProps): JSX.Element {
  const texts = useMessages(frameworkMessages).mapping;
  const format = useFormat();
  const mayChange = useMayChange('requirementMapping');
  const read = useRead(frameworkRoutes.mappingSuggestions, { path: { frameworkId } });
  const save = useWrite(frameworkRoutes.editMappings);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const byId = new Map(entries.map((entry) => [entry.requirementId, entry]));
  const rows = read.data ?? [];
  const picked = rows.filter((pair) => chosen.has(keyOf(pair)));
  const nameOf = (id: RequirementId): string => {
    const entry = byId.get(id);
    return entry === undefined ? id : `${saysReference(entry) ? `${entry.reference} ` : ''}${entry.title}`;
  };
  const titleOf = (id: RequirementId): string => `${id} ${findRequirement(id)?.title ?? ''}`;
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const columns: readonly RegisterColumn<MappingSuggestion>[] = [
    {
      id: 'from',
      label: texts.add,
      width: '47%',
      cell: (pair) => (
        <Checkbox
          size="xs"
          checked={chosen.has(keyOf(pair))}
          disabled={!mayChange}
          aria-label={texts.choose(nameOf(pair.requirementId), titleOf(pair.mappedTo))}
          label={<span title={nameOf(pair.requirementId)}>{nameOf(pair.requirementId)}</span>}
          classNames={{ labelWrapper: classes.entry, label: classes.entry }}
          onChange={() => toggle(keyOf(pair))}
        />
      ),
    },
    {
      id: 'to',
      label: texts.target,
      width: '43%',
      cell: (pair) => <span className={classes.entry}>{titleOf(pair.mappedTo)}</span>,
    },
    {
      id: 'alike',
      label: texts.likeness,
      width: '10%',
      align: 'end',
      cell: (pair) => `${format.number(Math.round(pair.similarity * 100))} %`,
    },
  ];
  if (read.isLoading) return <Loader size="sm" aria-label={texts.label} />;
  return (
    <>
      <Text size="sm" c="dimmed">
        {rows.length === 0 ? texts.none : texts.lead}
      </Text>
      <ProblemAlert error={read.error ?? save.error} />
      {rows.length > 0 && mayChange && (
        <Group gap="xs">
          <Button
            disabled={picked.length === 0}
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                {
                  path: { frameworkId },
                  body: {
                    add: picked.map(({ requirementId, mappedTo }) => ({ requirementId, mappedTo, note: '' })),
                    remove: [],
                  },
                },
                { onSuccess: () => setChosen(new Set()) },
              )
            }
          >
            {texts.confirm(picked.length)}
          </Button>
          <Button
            variant="default"
            onClick={() => setChosen(new Set(rows.filter((pair) => pair.similarity >= SURE).map(keyOf)))}
          >
            {texts.chooseAlike}
          </Button>
          <Button variant="default" disabled={picked.length === 0} onClick={() => setChosen(new Set())}>
            {texts.chooseNone}
          </Button>
        </Group>
      )}
      {rows.length > 0 && (
        <RegisterTable label={texts.label} columns={columns} rows={rows} total={rows.length} rowKey={keyOf} />
      )}
    </>
  );
}
