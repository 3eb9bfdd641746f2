import { Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { auditItems, auditorChecks, passSteps } from '../../../../domain/checklist.ts';
import { useMessages } from '../../../../web/message.ts';
import type { AuditStatus, Checklists, ItemStatus } from '../../model.ts';
import { messages } from '../messages.ts';
import classes from './checklist.module.css';
import { ChecklistSummary } from './ChecklistSummary.tsx';
import { CriterionList } from './CriterionList.tsx';
import { ItemStateMark } from './ItemStateMark.tsx';

interface Block {
  readonly id: string;
  readonly title: string;
  readonly below: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** The audit of clause 7.1 as an auditor goes through it, each state from the criteria that it follows from. */
export function AuditChecklist({
  audit,
  implementation,
}: {
  readonly audit: Checklists['audit'];
  readonly implementation: readonly ItemStatus[];
}): JSX.Element {
  const text = useMessages(messages).checklists;
  const section = (title: string, statuses: readonly AuditStatus[], blocks: readonly Block[]): JSX.Element => (
    <Section title={title}>
      {blocks.map((block) => (
        <AuditBlock
          key={block.id}
          block={block}
          status={statuses.find(({ id }) => id === block.id)}
          implementation={implementation}
        />
      ))}
    </Section>
  );
  return (
    <>
      <ChecklistSummary
        lead={text.auditLead}
        states={[...audit.items, ...audit.auditorChecks, ...audit.passSteps].map(({ state }) => state)}
      />
      {section(
        text.auditorChecks,
        audit.auditorChecks,
        auditorChecks.map(({ id, title, why, productEvidence, sampling }) => ({
          id,
          title,
          below: why,
          facts: [
            [text.evidence, productEvidence.join('; ')],
            [text.sampling, sampling],
          ],
        })),
      )}
      {section(
        text.auditItems,
        audit.items,
        auditItems.map(({ id, title, question, productEvidence, sampling, techniques }) => ({
          id,
          title,
          below: question,
          facts: [
            [text.techniques, techniques.map(({ kind, what }) => `${kind}: ${what}`).join('; ')],
            [text.evidence, productEvidence.join('; ')],
            [text.sampling, sampling],
          ],
        })),
      )}
      {section(
        text.passSteps,
        audit.passSteps,
        passSteps.map(({ id, step, proof }) => ({ id, title: step, below: '', facts: [[text.proof, proof]] })),
      )}
    </>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element => (
  <section className={classes.section}>
    <Title order={2} mb="xs">
      {title}
    </Title>
    <ol className={classes.items}>{children}</ol>
  </section>
);

function AuditBlock({
  block,
  status,
  implementation,
}: {
  readonly block: Block;
  readonly status: AuditStatus | undefined;
  readonly implementation: readonly ItemStatus[];
}): JSX.Element {
  const criteria = implementation
    .flatMap((item) => item.criteria)
    .filter(({ id }) => status?.criteria.includes(id) === true);
  return (
    <li className={classes.item} aria-labelledby={block.id}>
      <div>
        <Title order={3} id={block.id} className={classes.title}>
          {block.title}
        </Title>
        {status !== undefined && <ItemStateMark state={status.state} />}
        {block.below !== '' && <p className={classes.goal}>{block.below}</p>}
      </div>
      <dl className={classes.pair}>
        {block.facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CriterionList criteria={criteria} />
    </li>
  );
}
