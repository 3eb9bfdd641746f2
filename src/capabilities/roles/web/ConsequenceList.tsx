import { Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Consequences } from '../../assessment/consequence.ts';
import type { Gap } from '../../assessment/model.ts';
import { SeverityMark } from '../../assessment/web/SeverityMark.tsx';
import { call, type CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes, type ThoughtAppointment } from '../contract.ts';
import classes from './consequence.module.css';
import { roleMessages } from './messages.ts';

const SHOWN = 6;

/** What appointments that are thought of would create and close, shown before anything is saved. */
export function ConsequenceList({
  thoughts,
  quietWhenNothing = false,
}: {
  readonly thoughts: readonly ThoughtAppointment[];
  readonly quietWhenNothing?: boolean;
}): JSX.Element | null {
  const texts = useMessages(roleMessages).consequences;
  const { id } = useOrganization();
  const [asked] = useDebouncedValue(thoughts, 250);
  const read = useQuery<Consequences, CallError>({
    queryKey: ['organization', id, 'simulateAppointments', asked],
    // Without the query's signal: a question under way is shared, and must not be taken back from whoever asks it next.
    queryFn: () =>
      call(roleRoutes.simulateAppointments, {
        path: { organizationId: id },
        body: { appointments: [...asked] },
      }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  if (thoughts.length === 0) return null;
  return (
    <div className={classes.consequences} aria-live="polite" aria-busy={read.isFetching}>
      {read.isLoading && <Loader size="xs" aria-label={texts.loading} />}
      <ProblemAlert error={read.error} />
      {read.data !== undefined && (
        <ToldConsequences
          told={read.data}
          created={read.data.created.length}
          removed={read.data.removed.length}
          quietWhenNothing={quietWhenNothing}
        />
      )}
    </div>
  );
}

interface ToldConsequencesProps {
  /** All of them, or the worst. */
  readonly told: Consequences;
  readonly created: number;
  readonly removed: number;
  readonly quietWhenNothing?: boolean;
}

/** Gaps that would come and go, the worst of them by name. */
export function ToldConsequences(props: ToldConsequencesProps): JSX.Element {
  const { told, created, removed, quietWhenNothing = false } = props;
  const texts = useMessages(roleMessages).consequences;
  return (
    <>
      <Gaps label={texts.created(created)} gaps={told.created} count={created} kind="created" />
      <Gaps label={texts.removed(removed)} gaps={told.removed} count={removed} kind="removed" />
      {!quietWhenNothing && created + removed === 0 && (
        <Text size="xs" c="dimmed">
          {texts.nothing}
        </Text>
      )}
    </>
  );
}

interface GapsProps {
  readonly label: string;
  readonly count: number;
  readonly gaps: readonly Gap[];
  readonly kind: 'created' | 'removed';
}

const Gaps = ({ label, gaps, count, kind }: GapsProps) => {
  const texts = useMessages(roleMessages).consequences;
  const Mark = kind === 'created' ? IconAlertTriangle : IconCircleCheck;
  if (gaps.length === 0) return null;
  return (
    <section className={classes[kind]}>
      <p className={classes.label}>
        <Mark size={15} aria-hidden />
        {label}
      </p>
      <ul className={classes.gaps}>
        {gaps.slice(0, SHOWN).map((gap) => (
          <li key={gap.id}>
            <SeverityMark severity={gap.severity} />
            <span>{gap.explanation}</span>
          </li>
        ))}
      </ul>
      {count > Math.min(gaps.length, SHOWN) && (
        <Text size="xs" c="dimmed">
          {texts.more(count - Math.min(gaps.length, SHOWN))}
        </Text>
      )}
    </section>
  );
};
