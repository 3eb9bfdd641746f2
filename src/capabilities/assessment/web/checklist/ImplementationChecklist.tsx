import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { implementationItems, type ImplementationItem } from '../../../../domain/checklist.ts';
import { useMessages } from '../../../../web/message.ts';
import type { ItemStatus } from '../../model.ts';
import { messages } from '../messages.ts';
import classes from './checklist.module.css';
import { ChecklistSummary } from './ChecklistSummary.tsx';
import { CriterionList } from './CriterionList.tsx';
import { ItemStateMark } from './ItemStateMark.tsx';

/** The ten things to do for clause 7.1, challenge and answer beside each. */
export function ImplementationChecklist({ items }: { readonly items: readonly ItemStatus[] }): JSX.Element {
  const text = useMessages(messages).checklists;
  return (
    <>
      <ChecklistSummary lead={text.implementationLead} states={items.map(({ state }) => state)} />
      <ol className={classes.items}>
        {implementationItems.map((item, index) => (
          <Item key={item.id} item={item} number={index + 1} status={items.find(({ id }) => id === item.id)} />
        ))}
      </ol>
    </>
  );
}

function Item({
  item,
  number,
  status,
}: {
  readonly item: ImplementationItem;
  readonly number: number;
  readonly status: ItemStatus | undefined;
}): JSX.Element {
  const text = useMessages(messages).checklists;
  const criteria = status?.criteria ?? [];
  const met = criteria.filter(({ state }) => state === 'met').length;
  const waiting = criteria.filter(({ state }) => state === 'unjudged').length;
  return (
    <li className={classes.item} aria-labelledby={item.id}>
      <div>
        <Title order={2} id={item.id} className={classes.title}>
          {`${number}. ${item.action}`}
        </Title>
        {status !== undefined && <ItemStateMark state={status.state} />}
        <p className={classes.goal}>{item.goal}</p>
        <p className={classes.because}>{item.refs.join(', ')}</p>
      </div>
      <dl className={classes.pair}>
        <div>
          <dt>{text.challenge}</dt>
          <dd>{item.challenge}</dd>
        </div>
        <div>
          <dt>{text.solution}</dt>
          <dd>{item.solution}</dd>
        </div>
      </dl>
      <div>
        <p className={classes.count}>
          {text.criteria(met, criteria.length)}
          {waiting > 0 && `, ${text.unjudgedCriteria(waiting)}`}
        </p>
        <CriterionList criteria={criteria} />
      </div>
    </li>
  );
}
