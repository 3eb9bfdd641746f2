import { Alert, List, Text, Title } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { messages as trailMessages } from '../../trail/web/messages.ts';
import type { ErasurePlan } from '../erasure.ts';
import { personalDataMessages } from './personal-data-messages.ts';
import classes from './erasure.module.css';

/** What an erasure would forget, what would stay and why; or what stands in its way. */
export function ErasurePreview({ plan }: { readonly plan: ErasurePlan }): JSX.Element {
  const texts = useMessages(personalDataMessages);
  const { stays } = plan;
  return (
    <>
      {plan.obstacles.length > 0 && (
        <Alert color="orange" variant="light" icon={<IconHandStop size={18} />} title={texts.obstaclesTitle}>
          <List size="sm">
            {plan.obstacles.map(({ kind, count }) => (
              <List.Item key={kind}>{texts.obstacles[kind](count)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Title order={3} size="h6">
        {texts.forgets}
      </Title>
      <Text size="sm">{texts.becomes(plan.placeholder)}</Text>
      <List size="sm">
        <List.Item>{texts.rows(plan.rows.length)}</List.Item>
        <List.Item>{texts.entries(plan.entries)}</List.Item>
      </List>
      <Rows rows={plan.rows} />
      <Title order={3} size="h6">
        {texts.stays}
      </Title>
      <List size="sm" spacing={4}>
        <List.Item>{texts.dates}</List.Item>
        {stays.records > 0 && <List.Item>{texts.records(stays.records)}</List.Item>}
        <List.Item>{texts.acted(stays.acted)}</List.Item>
        {stays.shared.length > 0 && <List.Item>{texts.shared(stays.shared.join(', '))}</List.Item>}
        {stays.account && <List.Item>{texts.account}</List.Item>}
        <List.Item>{texts.printed}</List.Item>
      </List>
    </>
  );
}

/** So many rows are shown. */
const SHOWN = 12;

/** What a field becomes, where that is text; a list or an amount that goes is not told again. */
const becomes = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function Rows({ rows }: Pick<ErasurePlan, 'rows'>): JSX.Element {
  const texts = useMessages(personalDataMessages);
  const { register: registers, field: fields } = useMessages(trailMessages);
  const format = useFormat();
  return (
    <ul className={classes.rows} aria-label={texts.forgets}>
      {rows.slice(0, SHOWN).map((row) => {
        const told = (row.fields ?? []).filter(({ field }) => field !== 'erasedOn');
        const words = told.flatMap(({ to }) => becomes(to) ?? []).filter((text) => text !== '');
        return (
          <li key={`${row.register} ${row.id}`}>
            <b>{registers[row.register]}</b>{' '}
            {row.fields === null ? texts.removed : format.list(told.map(({ field }) => fields[field] ?? field))}
            {words.length > 0 && <div className={classes.words}>{words.join(' · ')}</div>}
          </li>
        );
      })}
      {rows.length > SHOWN && <li>{texts.more(rows.length - SHOWN)}</li>}
    </ul>
  );
}
