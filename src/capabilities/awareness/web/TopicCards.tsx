import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { TopicCoverage } from '../topic-coverage.ts';
import classes from './awareness.module.css';
import { CompletionBar } from './CompletionBar.tsx';
import { awarenessMessages } from './messages.ts';

/** What 7.3 names, with how many know of it. What else campaigns are about is not asked for, and not shown. */
export function TopicCards({ topics }: { readonly topics: readonly TopicCoverage[] }): JSX.Element {
  const texts = useMessages(awarenessMessages);
  const format = useFormat();
  return (
    <dl className={classes.topics}>
      {topics
        .filter(({ topic }) => topic !== 'other')
        .map(({ topic, people, of, campaigns }) => (
          <div key={topic} className={classes.topic}>
            <dt>
              {texts.topics[topic]}
              <span>{texts.topicClause[topic]}</span>
            </dt>
            <dd>
              <CompletionBar done={people} of={of} overdue={people < of} />
            </dd>
            <dd className={classes.quiet}>
              {campaigns.length === 0
                ? texts.byNone
                : `${texts.by(format.list(campaigns.map(({ title }) => title)))}, ${texts.coveredWhen}`}
            </dd>
          </div>
        ))}
    </dl>
  );
}
